import { timingSafeEqual } from 'node:crypto';
import type { CommandContext, CommandTable } from './command.ts';
import { type Reply, ReplyError } from './reply.ts';
import { bytesOf, integerOf, keyword, syntaxError } from './words.ts';

function authenticate({ store, session }: CommandContext, user: string, word: Buffer): void {
  const password = Buffer.from(store.password ?? '');
  const right = password.length === word.length && timingSafeEqual(password, word);
  if (user !== 'default' || (store.password !== undefined && !right)) {
    throw new ReplyError('WRONGPASS invalid username-password pair or user is disabled.');
  }
  session.authenticated = true;
}

function hello(words: readonly Buffer[], context: CommandContext): Reply {
  const { session, store } = context;
  const [version, ...options] = words;
  const protocol = version && bytesOf(version);
  if (protocol !== undefined && protocol !== '2' && protocol !== '3') {
    if (!/^\d+$/.test(protocol)) {
      throw new ReplyError('ERR Protocol version is not an integer or out of range');
    }
    throw new ReplyError('NOPROTO unsupported protocol version');
  }
  for (let at = 0; at < options.length; ) {
    const [option, first, second] = [keyword(options[at]), options[at + 1], options[at + 2]];
    if (option === 'AUTH' && first && second) {
      authenticate(context, bytesOf(first), second);
      at += 3;
    } else if (option === 'SETNAME' && first) {
      session.name = bytesOf(first);
      at += 2;
    } else throw new ReplyError(`ERR Syntax error in HELLO option '${bytesOf(options[at])}'`);
  }
  if (!session.authenticated) {
    throw new ReplyError(
      'NOAUTH HELLO must be called with the client already authenticated, otherwise the HELLO <proto> AUTH <user> <pass> option can be used to authenticate the client and select the RESP protocol version at the same time',
    );
  }
  if (protocol) session.protocol = protocol === '3' ? 3 : 2;
  return new Map<string, Reply>([
    ['server', Buffer.from('redis')],
    ['version', Buffer.from(store.version)],
    ['proto', session.protocol],
    ['id', session.id],
    ['mode', Buffer.from('standalone')],
    ['role', Buffer.from('master')],
    ['modules', []],
  ]);
}

function client([subcommand, ...words]: readonly Buffer[], { session }: CommandContext): Reply {
  switch (keyword(subcommand)) {
    case 'SETNAME':
      session.name = bytesOf(words[0]);
      return 'OK';
    case 'GETNAME':
      return session.name === '' ? null : Buffer.from(session.name, 'latin1');
    case 'ID':
      return session.id;
    case 'SETINFO':
    case 'NO-EVICT':
    case 'NO-TOUCH':
      return 'OK';
    default:
      throw new ReplyError(`ERR unknown subcommand '${bytesOf(subcommand)}'. Try CLIENT HELP.`);
  }
}

export const connectionCommands: CommandTable = {
  ping: {
    arity: -1,
    run: ([message, ...more]) => {
      if (more.length > 0) throw new ReplyError("ERR wrong number of arguments for 'ping' command");
      return message ?? 'PONG';
    },
  },
  echo: { arity: 2, run: ([message]) => message ?? null },
  hello: { arity: -1, open: true, run: hello },
  auth: {
    arity: -2,
    open: true,
    run: (words, context) => {
      if (words.length > 2) throw syntaxError();
      if (context.store.password === undefined && words.length === 1) {
        throw new ReplyError(
          'ERR AUTH <password> called without any password configured for the default user. Are you sure your configuration is correct?',
        );
      }
      const user = words.length === 2 ? bytesOf(words[0]) : 'default';
      authenticate(context, user, words.at(-1) ?? Buffer.alloc(0));
      return 'OK';
    },
  },
  select: {
    arity: 2,
    run: ([word], { session, store }) => {
      const index = Number(integerOf(word));
      if (!store.databases[index]) throw new ReplyError('ERR DB index is out of range');
      session.database = index;
      return 'OK';
    },
  },
  client: { arity: -2, run: client },
  quit: {
    arity: -1,
    open: true,
    run: (_, { session }) => {
      session.closing = true;
      return 'OK';
    },
  },
};
