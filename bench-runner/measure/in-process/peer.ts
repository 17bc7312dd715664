import { isMainThread } from 'node:worker_threads';
import type { Peer, PeerFunction, PeerLink } from '../../define/peer.ts';
import { channelToTrial, type StartedPeer, startProcess, startThread } from './peer-channel.ts';
import type { ProfiledThread } from './profile-trial.ts';
import type { PeerMessage, PeerOrder } from './protocol.ts';
import type { ProfileRecorder, SampledProfile } from './record-profile.ts';

/** Time a peer is given to close what it holds before it is killed, in ms. */
const closeMs = 2_000;

/** Starts the peer of a trial and resolves when its function has returned. */
export async function startPeer(order: PeerOrder): Promise<Peer & { profiled: ProfiledThread }> {
  const started = order.thread ? startThread(order) : startProcess(order);
  const open = new Map<
    number,
    { resolve: (answer: never) => void; reject: (error: Error) => void }
  >();
  let nextId = 0;
  const ready = new Promise<void>((resolve, reject) => {
    started.onMessage((message: PeerMessage) => {
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
    void started.ended.then((how) => {
      const error = new Error(`peer "${order.name}" ended early with ${how}`);
      reject(error);
      for (const waiting of open.values()) waiting.reject(error);
      open.clear();
    });
  });
  await ready;
  const ask = <Answer>(message: (id: number) => PeerMessage) =>
    new Promise<Answer>((resolve, reject) => {
      if (!started.connected()) {
        reject(new Error(`peer "${order.name}" has ended`));
        return;
      }
      const id = nextId++;
      open.set(id, { resolve, reject });
      started.send(message(id));
    });
  return {
    request: (message) => ask((id) => ({ kind: 'request', id, message })),
    cpuMicros: () => ask((id) => ({ kind: 'cpu', id })),
    close: () => closePeer(started),
    profiled: {
      name: `(${order.thread ? 'thread' : 'process'} ${order.name})`,
      // A peer may have ended, and what it sampled with it.
      start: () => ask<void>(sampling('start')).catch(() => {}),
      stop: () => ask<SampledProfile>(sampling('stop')).catch(() => null),
    },
  };
}

function sampling(action: 'start' | 'stop'): (id: number) => PeerMessage {
  return (id) => ({ kind: 'profile', id, action });
}

async function closePeer(peer: StartedPeer): Promise<void> {
  if (!peer.connected()) return;
  peer.send({ kind: 'close' });
  const kill = setTimeout(() => peer.kill(), closeMs);
  await peer.ended;
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
  const channel = channelToTrial();
  const send = (message: PeerMessage) => channel.send(message);
  const fail = (error: unknown) => {
    send({
      kind: 'failure',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    process.exitCode = 1;
    // A thread has no line to its parent but the one whose messages end it.
    if (isMainThread) process.disconnect();
    else process.exit(1);
  };
  process.on('uncaughtException', fail);
  const answer = async (id: number, work: () => unknown) => {
    try {
      send({ kind: 'answer', id, answer: await work() });
    } catch (error) {
      send({ kind: 'answer', id, error: error instanceof Error ? error.message : String(error) });
    }
  };
  let recorder: Promise<ProfileRecorder> | undefined;
  const sample = async (action: 'start' | 'stop') => {
    recorder ??= import('./record-profile.ts').then((it) => it.ProfileRecorder.open());
    return (await recorder)[action]();
  };
  channel.onMessage((message) => {
    if (message.kind === 'request') void answer(message.id, () => handle(message.message));
    if (message.kind === 'profile') void answer(message.id, () => sample(message.action));
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
