import { join } from 'node:path';
import { loadCaveats } from '../caveats/load-caveats.ts';
import type { HttpLoadMethod } from '../define/http-load.ts';
import { type Observation, type Observed, observe } from '../environment/observe.ts';
import { meterTrees, type TreeMeter } from '../environment/tree-meter.ts';
import { generateLoad } from '../measure/http-load/generate-load.ts';
import type { LoadReport } from '../measure/http-load/protocol.ts';
import { counterSamples } from '../measure/http-load/service-samples.ts';
import { type RunningServer, startServer } from '../measure/http-load/start-server.ts';
import type { TrialFailure } from '../measure/trial-failure.ts';
import type { PlannedGroup } from '../plan/plan.ts';
import type { Samples } from '../results/samples.ts';
import type { Attempt, AttemptContext } from './attempt-trial.ts';
import { judgeLoad } from './judge-load.ts';
import { type MemoryPoint, memorySlope, trialSeries } from './load-series.ts';
import type { LoadSetup } from './load-setup.ts';

interface LoadAttempt {
  group: PlannedGroup;
  method: HttpLoadMethod;
  folder: string;
  seed: number;
  context: AttemptContext;
}

/** Figures of the measured time that the load generator cannot see. */
interface Beside {
  resources: Observed;
  samples: Samples;
  memory: MemoryPoint[];
}

/**
 * Takes a trial under load: services made ready, the subject's server started alone on its
 * processor, asked by the load generator, and ended. CPU, memory and the services' totals are read
 * where the measurement begins and ends, while the load stands still.
 */
export async function attemptUnderLoad(attempt: LoadAttempt): Promise<Attempt> {
  const { group, method, context } = attempt;
  const { load } = context;
  if (!load) throw new Error('the suite was prepared without its services');
  const restart = method.restartServices?.(group.parameters) ?? false;
  await load.services.prepare(method.services, restart);
  const pids: number[] = [];
  const onStart = (pid: number) => {
    pids.push(pid);
    context.reaper.watch(pid);
  };
  if (method.writes) load.services.markChanged(method.services);
  try {
    const started = await startSubject(attempt, load, onStart);
    if ('failure' in started) return started;
    const { server } = started;
    try {
      return await loadServer(attempt, load, server, onStart);
    } finally {
      await server.end();
    }
  } finally {
    for (const pid of pids) context.reaper.release(pid);
  }
}

function startSubject(
  { group, method, folder, context }: LoadAttempt,
  load: LoadSetup,
  onStart: (pid: number) => void,
) {
  const { manifest, programFolder, id } = context.subject;
  return startServer({
    command: manifest.server ?? [],
    cwd: programFolder,
    environment: {
      ...load.services.environment,
      ...load.environment,
      ...manifest.environment,
      ...method.environment?.(group.parameters),
      SUBJECT: id,
    },
    logFile: join(folder, 'server.log'),
    processors: load.placement?.server,
    signal: context.signal,
    onStart,
  });
}

async function loadServer(
  { group, method, folder, seed, context }: LoadAttempt,
  load: LoadSetup,
  server: RunningServer,
  onStart: (pid: number) => void,
): Promise<Attempt> {
  let generator = 0;
  let beside: Beside | undefined;
  let watch: Awaited<ReturnType<typeof watchMeasurement>> | undefined;
  const { warmUpMs, measureMs } = group.timing;
  const warmedUp = method.warmUp?.(group.parameters) ?? true;
  try {
    const generated = await generateLoad(
      {
        kind: 'load',
        crossCheck: load.crossCheck && { ...load.crossCheck, folder },
        scenarioModule: context.bundle.moduleOf(context.scenarioFile),
        url: server.url,
        parameters: group.parameters,
        metrics: [...context.scenario.metrics],
        seed,
        warmUpMs: warmedUp ? warmUpMs : 0,
        measureMs,
      },
      {
        program: load.generator,
        processors: load.placement?.others,
        limitMs: context.trialLimitMs + warmUpMs + measureMs,
        signal: context.signal,
        onStart: (pid) => {
          generator = pid;
          onStart(pid);
        },
        onMeasureBegin: async () => {
          watch = await watchMeasurement(server.process.pid, generator, method, load);
        },
        onMeasureEnd: async () => {
          beside = await watch?.end();
        },
      },
    );
    const died = await serverFailure(server, method, load);
    if ('failure' in generated) return { failure: { ...generated.failure, ...died } };
    if (died) return { failure: { stage: 'measure', ...died } };
    const { report } = generated;
    const wrong = judgeLoad(report);
    if (wrong) {
      return {
        failure: {
          stage: 'measure',
          message: wrong,
          detail: server.process.lastOutput() || null,
        },
      };
    }
    if (!beside) throw new Error('the load generator reported without having been measured');
    return {
      outcome: {
        samples: { ...besideSamples(beside, report, context.scenario.metrics), ...report.samples },
        steady: report.steady,
        batchNs: null,
        timerNs: null,
      },
      resources: beside.resources,
      caveats: loadCaveats({ ...report, warmedUp }),
      series: method.series ? trialSeries(report.windows, beside.memory) : undefined,
    };
  } finally {
    // What could not be read was reported where it was asked for; here the observation only ends.
    await watch?.end().catch(() => {});
  }
}

/** What became of the server or of a service it needs, if it did not live to the end. */
async function serverFailure(
  { process: running }: RunningServer,
  { services: needed }: HttpLoadMethod,
  { services }: LoadSetup,
): Promise<Pick<TrialFailure, 'message' | 'detail'> | null> {
  const ended = running.endedWith();
  if (ended !== null) {
    return {
      message: `the server ended with ${ended} under load`,
      detail: running.lastOutput() || null,
    };
  }
  const silent = await services.firstSilent(needed);
  return silent === null ? null : { message: silent, detail: running.lastOutput() || null };
}

async function watchMeasurement(
  server: number,
  generator: number,
  { services: needed }: HttpLoadMethod,
  { services }: LoadSetup,
) {
  const before = await services.counters(needed);
  const meters = new Map<string, TreeMeter>();
  for (const [id, pids] of services.processes()) meters.set(id, await meterTrees(pids));
  const generatorMeter = await meterTrees([generator]);
  const cpu: Record<string, number> = {};
  const memory: MemoryPoint[] = [];
  const begun = performance.now();
  const observation: Observation = observe(server, {
    companionSeconds: async () => {
      let all = await generatorMeter.cpuSeconds();
      for (const [id, meter] of meters) {
        cpu[id] = await meter.cpuSeconds();
        all += cpu[id];
      }
      return all;
    },
    onSample: (bytes) => memory.push({ seconds: (performance.now() - begun) / 1_000, bytes }),
  });
  let ended: Promise<{ resources: Observed; samples: Samples; memory: MemoryPoint[] }> | undefined;
  const end = async () => {
    const resources = await observation.stop();
    const after = await services.counters(needed);
    // Requests are not known here: totals stay totals, and are divided once they are.
    const totals: Samples = {};
    for (const id of needed) {
      if (cpu[id] !== undefined) totals[`${id}-cpu`] = cpu[id];
    }
    return { resources, samples: { ...totals, ...counterSamples(before, after, 1) }, memory };
  };
  return {
    end: () => {
      ended ??= end();
      return ended;
    },
  };
}

/** `server-cpu` and `<service>-cpu` in µs a request, `server-memory` in MB, and totals a request. */
function besideSamples(
  { resources, samples, memory }: Beside,
  { requests }: LoadReport,
  metrics: readonly string[],
): Samples {
  const perRequest: Samples = {};
  for (const [metric, total] of Object.entries(samples)) {
    if (typeof total !== 'number') continue;
    if (metric.endsWith('-hit-share')) perRequest[metric] = total;
    else perRequest[metric] = (metric.endsWith('-cpu') ? 1e6 * total : total) / requests;
  }
  const slope = metrics.includes('server-memory-slope') ? memorySlope(memory) : null;
  return {
    ...perRequest,
    ...(slope === null ? {} : { 'server-memory-slope': slope }),
    'server-cpu': (1e6 * resources.cpuSeconds) / requests,
    'server-memory': resources.peakResidentBytes / 1e6,
  };
}
