import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Peer, PeerFunction, PeerLink } from '../../define/peer.ts';
import type { PeerMessage, PeerOrder } from './protocol.ts';

/** Time a peer is given to close what it holds before it is killed, in ms. */
const closeMs = 2_000;

/** Forks this same program as the peer of a trial and resolves when its function has returned. */
export async function startPeer(order: PeerOrder): Promise<Peer> {
  const child = fork(process.argv[1] ?? '', [], {
    execArgv: process.execArgv,
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const open = new Map<
    number,
    { resolve: (answer: never) => void; reject: (error: Error) => void }
  >();
  let nextId = 0;
  const ended = once(child, 'exit');
  const ready = new Promise<void>((resolve, reject) => {
    child.on('message', (message: PeerMessage) => {
      if (message.kind === 'ready') resolve();
      if (message.kind === 'failure') reject(new Error(`peer "${order.name}": ${message.message}`));
      if (message.kind !== 'answer') return;
      const waiting = open.get(message.id);
      open.delete(message.id);
      if (message.error !== undefined) {
        waiting?.reject(new Error(`peer "${order.name}": ${message.error}`));
      } else {
        waiting?.resolve(message.answer as never);
      }
    });
    child.once('exit', (code, signal) => {
      const error = new Error(
        `peer "${order.name}" ended early with ${signal ?? `exit code ${code}`}`,
      );
      reject(error);
      for (const waiting of open.values()) waiting.reject(error);
      open.clear();
    });
  });
  child.send(order);
  await ready;
  const ask = <Answer>(message: (id: number) => PeerMessage) =>
    new Promise<Answer>((resolve, reject) => {
      if (!child.connected) {
        reject(new Error(`peer "${order.name}" has ended`));
        return;
      }
      const id = nextId++;
      open.set(id, { resolve, reject });
      child.send(message(id));
    });
  return {
    request: (message) => ask((id) => ({ kind: 'request', id, message })),
    cpuMicros: () => ask((id) => ({ kind: 'cpu', id })),
    close: () => closePeer(child, ended),
  };
}

async function closePeer(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  if (child.connected) child.send({ kind: 'close' } satisfies PeerMessage);
  const kill = setTimeout(() => child.kill('SIGKILL'), closeMs);
  await ended;
  clearTimeout(kill);
}

/** The peer's side: calls the scenario's function and answers requests until told to close. */
export async function runPeer(
  order: PeerOrder,
  loaded: { scenario: { peers?: Record<string, PeerFunction> }; subject: unknown },
): Promise<void> {
  let handle: (message: unknown) => unknown = () => {
    throw new Error('has no request handler; call link.onRequest before returning');
  };
  let close: () => void | Promise<void> = () => {};
  const send = (message: PeerMessage) => process.send?.(message);
  const fail = (error: unknown) => {
    send({
      kind: 'failure',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    process.exitCode = 1;
    process.disconnect();
  };
  process.on('uncaughtException', fail);
  const answer = async (id: number, message: unknown) => {
    try {
      send({ kind: 'answer', id, answer: await handle(message) });
    } catch (error) {
      send({ kind: 'answer', id, error: error instanceof Error ? error.message : String(error) });
    }
  };
  process.on('message', (message: PeerMessage) => {
    if (message.kind === 'request') void answer(message.id, message.message);
    if (message.kind === 'cpu') {
      const { user, system } = process.cpuUsage();
      send({ kind: 'answer', id: message.id, answer: user + system });
    }
    if (message.kind === 'close') void Promise.resolve(close()).finally(() => process.exit(0));
  });
  try {
    const run = loaded.scenario.peers?.[order.name];
    if (!run) throw new Error(`the scenario exports no \`peers.${order.name}\``);
    const link: PeerLink = {
      subject: loaded.subject,
      parameters: order.parameters,
      data: order.data,
      folder: order.folder,
      onRequest: (handler) => {
        handle = handler;
      },
      onClose: (handler) => {
        close = handler;
      },
    };
    await run(link);
    send({ kind: 'ready' });
  } catch (error) {
    fail(error);
  }
}
