/**
 * What the load generator's process runs: one scenario against one server. It is bundled with the
 * suite's scenarios into plain JavaScript, so that no loader runs while measuring.
 */
import type { LoadPlan } from '../../define/http-load.ts';
import type { ScenarioDefinition } from '../../define/scenario.ts';
import { ask } from '../../load/ask.ts';
import { measureCapacity } from '../../load/capacity.ts';
import { runLoad } from '../../load/run-load.ts';
import { placed } from '../../process/placement.ts';
import { derivedSeed } from '../../statistics/derived-seed.ts';
import { seededRandom } from '../../statistics/seeded-random.ts';
import type { Stage } from '../trial-failure.ts';
import { crossCheckSamples } from './cross-check-samples.ts';
import { loadSamples } from './load-samples.ts';
import type { CapacityOrder, GeneratorMessage, GeneratorReply, LoadOrder } from './protocol.ts';

/** Share of answers whose body is checked: enough to catch a server that turns wrong under load. */
const checkShare = 0.01;
const requestTimeoutMs = 10_000;

// A generator whose parent has died has nobody to measure for.
process.on('disconnect', () => process.exit(1));
process.once('message', (order: LoadOrder | CapacityOrder) => void carryOut(order));

async function carryOut(order: LoadOrder | CapacityOrder): Promise<void> {
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
  try {
    enter('prepare');
    if (order.kind === 'capacity') {
      const launcher = placed([], order.serverProcessors);
      send({ kind: 'capacity', capacity: await measureCapacity({ launcher, measureMs: 1_000 }) });
      return;
    }
    const plan = await preparePlan(order);
    enter('check');
    await plan.check?.();
    enter('warm-up');
    const result = await runLoad({
      url: order.url,
      plan,
      seed: order.seed,
      warmUpMs: order.warmUpMs,
      measureMs: order.measureMs,
      checkShare,
      requestTimeoutMs,
      onMeasureStart: async () => {
        enter('measure');
        await waitAt('begin');
      },
      onMeasureEnd: () => waitAt('end'),
    });
    enter('check-again');
    await plan.check?.();
    const own = await plan.metrics?.(result);
    const crossCheck = order.crossCheck
      ? await crossCheckSamples(order.crossCheck, order, plan, result)
      : {};
    const { latency, latencies, iterationLatency, ...rest } = result;
    send({
      kind: 'report',
      report: {
        ...rest,
        meanLatencyMicros: latency.totalCount > 0 ? latency.mean : 0,
        samples: { ...loadSamples(result, order.metrics), ...own, ...crossCheck },
      },
    });
  } catch (error) {
    fail(error);
  } finally {
    process.disconnect();
  }
}

async function preparePlan(order: LoadOrder): Promise<LoadPlan> {
  const { default: scenario } = await import(order.scenarioModule);
  const { method } = scenario as ScenarioDefinition;
  if (method.kind !== 'http-load') throw new Error('the scenario is not measured under load');
  return method.load({
    parameters: order.parameters,
    random: seededRandom(derivedSeed(order.seed, 'plan')),
    ask: (request) => ask(order.url, request),
  });
}

/** Lets the parent read counters and CPU times exactly where the measurement begins and ends. */
function waitAt(at: 'begin' | 'end'): Promise<void> {
  return new Promise((resolve) => {
    process.once('message', (_: GeneratorReply) => resolve());
    send({ kind: 'waiting', at });
  });
}

/** @param sent Called when the message has left: a process that exits at once would lose it. */
function send(message: GeneratorMessage, sent: () => void = () => {}): void {
  process.send?.(message, sent);
}
