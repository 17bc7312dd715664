/**
 * What a forked process runs: one trial, or the peer of one. It is bundled together with the
 * suite's scenarios and subjects into plain JavaScript, so that no loader runs while measuring.
 */
import { isMainThread, workerData } from 'node:worker_threads';
import type { ScenarioDefinition } from '../../define/scenario.ts';
import { seededRandom } from '../../statistics/seeded-random.ts';
import type { Stage } from '../trial-failure.ts';
import { runPeer, startPeer } from './peer.ts';
import type { LoadOrder, PeerOrder, TrialMessage, TrialOrder } from './protocol.ts';
import { runTrial } from './run-trial.ts';

type Order = TrialOrder | PeerOrder;

if (isMainThread) {
  // A child whose parent has died has nobody to measure for.
  process.on('disconnect', () => process.exit(1));
  process.once('message', start);
} else {
  start(workerData);
}

function start(order: Order): void {
  void (order.kind === 'trial' ? trial(order) : load(order).then((it) => runPeer(order, it)));
}

async function load(order: LoadOrder) {
  const scenario = await import(order.scenarioModule);
  const subject = await import(order.subjectModule);
  return { scenario, subject: subject.default };
}

async function trial(order: TrialOrder): Promise<void> {
  let stage: Stage = 'prepare';
  const enter = (next: Stage) => {
    stage = next;
    send({ kind: 'stage', stage });
  };
  const fail = (error: unknown, sent?: () => void) => {
    const failure = error instanceof Error ? error : new Error(String(error));
    send({ kind: 'failure', stage, message: failure.message, detail: failure.stack ?? null }, sent);
  };
  const failAndExit = (error: unknown) => fail(error, () => process.exit(1));
  process.on('uncaughtException', failAndExit);
  process.on('unhandledRejection', failAndExit);
  const peers: { close(): Promise<void> }[] = [];
  const start = async (name: string, data: unknown, thread: boolean) => {
    const peer = await startPeer({ ...order, kind: 'peer', name, data, thread });
    peers.push(peer);
    return peer;
  };
  let workload:
    | Awaited<ReturnType<Extract<ScenarioDefinition['method'], { kind: 'in-process' }>['prepare']>>
    | undefined;
  try {
    enter('prepare');
    const { scenario, subject } = await load(order);
    const { method } = scenario.default as ScenarioDefinition;
    if (method.kind !== 'in-process') throw new Error('the scenario is not measured in process');
    workload = await method.prepare({
      subject,
      parameters: order.parameters,
      random: seededRandom(order.seed),
      folder: order.folder,
      startPeer: (name, data) => start(name, data, false),
      startThread: (name, data) => start(name, data, true),
    });
    const outcome = await runTrial(workload, order, enter);
    send({ kind: 'outcome', outcome });
  } catch (error) {
    fail(error);
  } finally {
    await workload?.close?.();
    await Promise.all(peers.map((peer) => peer.close()));
    process.disconnect();
  }
}

/** @param sent Called when the message has left: a process that exits at once would lose it. */
function send(message: TrialMessage, sent: () => void = () => {}): void {
  process.send?.(message, sent);
}
