import type { Command, CommandContext, CommandTable } from './command.ts';
import { type ExpiryUnit, expiryOf, isExpiryUnit } from './expiry.ts';
import { type Reply, ReplyError } from './reply.ts';
import { bytesOf, checkedSum, integerOf, keyword, lookUp, syntaxError } from './words.ts';

const never = Number.POSITIVE_INFINITY;

interface SetOptions {
  expiresAt: number | undefined;
  when: 'NX' | 'XX' | undefined;
  get: boolean;
}

function setOptions(words: readonly Buffer[]): SetOptions {
  const options: SetOptions = { expiresAt: never, when: undefined, get: false };
  let timed = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = keyword(words[at]);
    if ((word === 'NX' || word === 'XX') && !options.when) options.when = word;
    else if (word === 'GET') options.get = true;
    else if (word === 'KEEPTTL' && !timed) {
      options.expiresAt = undefined;
      timed = true;
    } else if (isExpiryUnit(word) && !timed && at + 1 < words.length) {
      at += 1;
      options.expiresAt = expiryOf(word, words[at], 'set');
      timed = true;
    } else throw syntaxError();
  }
  return options;
}

function set([key, value, ...rest]: readonly Buffer[], context: CommandContext): Reply {
  const { keys } = context;
  const { expiresAt, when, get } = setOptions(rest);
  const name = bytesOf(key);
  const old = get ? lookUp(context, key) : (keys.get(name) ?? null);
  const refused = when === 'NX' ? old !== null : when === 'XX' && old === null;
  if (!refused && value) keys.set(name, value, expiresAt);
  return get ? old : refused ? null : 'OK';
}

/** `SETEX` and `PSETEX`. */
const setWithTime = (command: string, unit: ExpiryUnit): Command => ({
  arity: 4,
  grows: true,
  run: ([key, time, value], { keys }) => {
    const expiresAt = expiryOf(unit, time, command);
    if (value) keys.set(bytesOf(key), value, expiresAt);
    return 'OK';
  },
});

function add(key: Buffer | undefined, amount: bigint, { keys }: CommandContext): bigint {
  const name = bytesOf(key);
  const old = keys.get(name);
  const sum = checkedSum(old ? integerOf(old) : 0n, amount);
  keys.set(name, Buffer.from(String(sum)), undefined);
  return sum;
}

const step = (amount: bigint): Command => ({
  arity: 2,
  grows: true,
  run: ([key], context) => add(key, amount, context),
});

const stepBy = (sign: bigint): Command => ({
  arity: 3,
  grows: true,
  run: ([key, amount], context) => add(key, sign * integerOf(amount), context),
});

export const stringCommands: CommandTable = {
  get: { arity: 2, run: ([key], context) => lookUp(context, key) },
  set: { arity: -3, grows: true, run: set },
  setex: setWithTime('setex', 'EX'),
  psetex: setWithTime('psetex', 'PX'),
  setnx: {
    arity: 3,
    grows: true,
    run: ([key, value], { keys }) => {
      if (keys.get(bytesOf(key)) !== undefined || !value) return 0;
      keys.set(bytesOf(key), value, never);
      return 1;
    },
  },
  getdel: {
    arity: 2,
    run: ([key], context) => {
      const value = lookUp(context, key);
      context.keys.delete(bytesOf(key));
      return value;
    },
  },
  mget: { arity: -2, run: (names, context) => names.map((name) => lookUp(context, name)) },
  mset: {
    arity: -3,
    grows: true,
    run: (words, { keys }) => {
      if (words.length % 2 !== 0) {
        throw new ReplyError("ERR wrong number of arguments for 'mset' command");
      }
      for (let at = 0; at < words.length; at += 2) {
        const value = words[at + 1];
        if (value) keys.set(bytesOf(words[at]), value, never);
      }
      return 'OK';
    },
  },
  strlen: { arity: 2, run: ([key], context) => lookUp(context, key)?.length ?? 0 },
  incr: step(1n),
  decr: step(-1n),
  incrby: stepBy(1n),
  decrby: stepBy(-1n),
};
