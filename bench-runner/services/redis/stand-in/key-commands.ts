import type { Command, CommandContext, CommandTable } from './command.ts';
import { type ExpiryUnit, expiryOf } from './expiry.ts';
import { globPattern } from './glob.ts';
import { type Reply, ReplyError } from './reply.ts';
import { bytesOf, integerOf, keyword, lookUp, syntaxError } from './words.ts';

const defaultPage = 10;
const largestPage = 100_000;

const remove: Command = {
  arity: -2,
  run: (names, { keys }) => names.filter((name) => keys.delete(bytesOf(name))).length,
};

const expire = (command: string, unit: ExpiryUnit): Command => ({
  arity: -3,
  run: ([key, time, ...conditions], { keys }) => {
    const expiresAt = expiryOf(unit, time, command, false);
    const name = bytesOf(key);
    const old = keys.expiry(name);
    if (old === undefined) return 0;
    if (!conditions.every((condition) => allows(condition, old, expiresAt))) return 0;
    if (expiresAt <= Date.now()) keys.delete(name);
    else keys.expireAt(name, expiresAt);
    return 1;
  },
});

function allows(condition: Buffer, old: number, next: number): boolean {
  const word = keyword(condition);
  if (word === 'NX') return old === Number.POSITIVE_INFINITY;
  if (word === 'XX') return old !== Number.POSITIVE_INFINITY;
  if (word === 'GT') return next > old;
  if (word === 'LT') return next < old;
  throw new ReplyError(`ERR Unsupported option ${bytesOf(condition)}`);
}

/** `TTL` and `PTTL`: -2 without the key, -1 where it stays. */
const timeToLive = (unitMs: number): Command => ({
  arity: 2,
  run: ([key], context) => {
    if (lookUp(context, key) === null) return -2;
    const expiresAt = context.keys.expiry(bytesOf(key)) ?? 0;
    if (expiresAt === Number.POSITIVE_INFINITY) return -1;
    return Math.round(Math.max(0, expiresAt - Date.now()) / unitMs);
  },
});

function scan([cursor, ...options]: readonly Buffer[], { keys }: CommandContext): Reply {
  const after = bytesOf(cursor);
  if (!/^\d{1,15}$/.test(after)) throw new ReplyError('ERR invalid cursor');
  let count = defaultPage;
  let pattern: RegExp | undefined;
  let type = 'STRING';
  for (let at = 0; at < options.length; at += 2) {
    const value = options[at + 1];
    const option = keyword(options[at]);
    if (value === undefined) throw syntaxError();
    if (option === 'COUNT') count = Number(integerOf(value));
    else if (option === 'MATCH') pattern = globPattern(bytesOf(value));
    else if (option === 'TYPE') type = keyword(value);
    else throw syntaxError();
  }
  if (count < 1) throw syntaxError();
  const page = keys.page(Number(after), Math.min(count, largestPage));
  const found = type === 'STRING' ? page.keys.filter((key) => pattern?.test(key) ?? true) : [];
  return [Buffer.from(String(page.next)), asWords(found)];
}

const asWords = (names: readonly string[]) => names.map((name) => Buffer.from(name, 'latin1'));

export const keyCommands: CommandTable = {
  del: remove,
  unlink: remove,
  exists: {
    arity: -2,
    run: (names, context) => names.filter((name) => lookUp(context, name) !== null).length,
  },
  expire: expire('expire', 'EX'),
  pexpire: expire('pexpire', 'PX'),
  persist: {
    arity: 2,
    run: ([key], { keys }) => {
      const expiresAt = keys.expiry(bytesOf(key));
      if (expiresAt === undefined || expiresAt === Number.POSITIVE_INFINITY) return 0;
      keys.expireAt(bytesOf(key), Number.POSITIVE_INFINITY);
      return 1;
    },
  },
  ttl: timeToLive(1000),
  pttl: timeToLive(1),
  type: { arity: 2, run: ([key], context) => (lookUp(context, key) === null ? 'none' : 'string') },
  keys: {
    arity: 2,
    run: ([pattern], { keys }) => {
      const matching = globPattern(bytesOf(pattern));
      const all = keys.page(0, Number.POSITIVE_INFINITY).keys;
      return asWords(all.filter((key) => matching.test(key)));
    },
  },
  scan: { arity: -2, run: scan },
};
