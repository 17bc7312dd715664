import { fork } from 'node:child_process';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import type { PeerMessage, PeerOrder } from './protocol.ts';

/** One end of the line between a trial and its peer, whether that is a process or a thread. */
export interface PeerChannel {
  send(message: PeerMessage): void;
  onMessage(handler: (message: PeerMessage) => void): void;
}

/** The trial's end, which also knows when the peer is gone. */
export interface StartedPeer extends PeerChannel {
  /** Whether the peer still takes messages. */
  connected(): boolean;
  /** Resolves with how the peer ended, such as `exit code 1`. */
  ended: Promise<string>;
  kill(): void;
}

/** Forks this same program in a process of its own. */
export function startProcess(order: PeerOrder): StartedPeer {
  const child = fork(process.argv[1] ?? '', [], {
    execArgv: process.execArgv,
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.send(order);
  return {
    send: (message) => {
      if (child.connected) child.send(message);
    },
    onMessage: (handler) => child.on('message', handler),
    connected: () => child.connected,
    ended: new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    }),
    kill: () => child.kill('SIGKILL'),
  };
}

/** Runs this same program in a thread of this process. */
export function startThread(order: PeerOrder): StartedPeer {
  const worker = new Worker(process.argv[1] ?? '', { workerData: order });
  let running = true;
  return {
    send: (message) => worker.postMessage(message),
    onMessage: (handler) => worker.on('message', handler),
    connected: () => running,
    ended: new Promise((resolve) => {
      const end = (how: string) => {
        running = false;
        resolve(how);
      };
      worker.once('error', (error) => end(error.message));
      worker.once('exit', (code) => end(`exit code ${code}`));
    }),
    kill: () => void worker.terminate(),
  };
}

/** The peer's own end. */
export function channelToTrial(): PeerChannel {
  if (isMainThread) {
    return {
      send: (message) => process.send?.(message),
      onMessage: (handler) => process.on('message', handler),
    };
  }
  return {
    send: (message) => parentPort?.postMessage(message),
    onMessage: (handler) => parentPort?.on('message', handler),
  };
}
