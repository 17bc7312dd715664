/**
 * What a forked process runs: one trial, or the peer of one. It is bundled together with the
 * suite's scenarios and subjects into plain JavaScript, so that no loader runs while measuring.
 */
import { isMainThread, workerData } from 'node:worker_threads';
import type { ScenarioDefinition } from '../../define/scenario.ts';
import type { Workload } from '../../define/workload.ts';
import { seededRandom } from '../../statistics/seeded-random.ts';
import type { Stage } from '../trial-failure.ts';
import { runPeer, startPeer } from './peer.ts';
import type { ProfiledThread } from './profile-trial.ts';
import type { LoadOrder, PeerOrder, TrialMessage, TrialOrder, TrialOutcome } from './protocol.ts';
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
    void send({ kind: 'stage', stage });
  };
  const fail = (error: unknown) => {
    const failure = error instanceof Error ? error : new Error(String(error));
    const { message, stack = null } = failure;
    return send({ kind: 'failure', stage, message, detail: stack });
  };
  const failAndExit = (error: unknown) => void fail(error).then(() => process.exit(1));
  process.on('uncaughtException', failAndExit);
  process.on('unhandledRejection', failAndExit);
  const peers: Awaited<ReturnType<typeof startPeer>>[] = [];
  const start = async (name: string, data: unknown, thread: boolean) => {
    const peer = await startPeer({ ...order, kind: 'peer', name, data, thread });
    peers.push(peer);
    return peer;
  };
  let workload: Workload | undefined;
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
    const outcome = await take(workload, order, peers, enter);
    await send({ kind: 'outcome', outcome });
  } catch (error) {
    await fail(error);
  } finally {
    await workload?.close?.();
    await Promise.all(peers.map((peer) => peer.close()));
    process.disconnect();
  }
}

async function take(
  workload: Workload,
  order: TrialOrder,
  peers: readonly { profiled: ProfiledThread }[],
  enter: (stage: Stage) => void,
): Promise<TrialOutcome> {
  const { warmUpMs, profileMs } = order;
  if (profileMs === undefined) return runTrial(workload, order, enter);
  // Loaded here: a measured trial does without them.
  const { ProfileRecorder } = await import('./record-profile.ts');
  const { profileTrial } = await import('./profile-trial.ts');
  const recorder = await ProfileRecorder.open();
  const own: ProfiledThread = {
    name: '(main thread)',
    start: () => recorder.start(),
    stop: () => recorder.stop(),
  };
  const threads = () => [...peers.map(({ profiled }) => profiled), own];
  return profileTrial(workload, { warmUpMs, profileMs }, threads, enter);
}

/** Resolves when the message has left: a process that exits or disconnects before would lose it. */
function send(message: TrialMessage): Promise<void> {
  return new Promise((resolve) => {
    if (process.send === undefined) resolve();
    else process.send(message, () => resolve());
  });
}
