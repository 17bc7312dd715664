/** The generator's process: carries out the order in its argument and prints what it measured. */
import { arrivalTimes } from '../../load/arrival-times.ts';
import { Arrivals } from '../../load/arrivals.ts';
import { runLoad } from '../../load/run-load.ts';
import type { Generated, GeneratorOrder } from './run-generator.ts';

const order = JSON.parse(process.argv[2] ?? '') as GeneratorOrder;
process.stdout.write(`${JSON.stringify(await carryOut(order))}\n`);

async function carryOut({ url, load, warmUpMs, measureMs }: GeneratorOrder): Promise<Generated> {
  if (url === null) return idle(measureMs);
  const get = { name: 'get', method: 'GET', path: '/health' } as const;
  const result = await runLoad({
    url,
    plan: {
      load,
      *iteration() {
        yield get;
      },
    },
    seed: 1,
    warmUpMs,
    measureMs,
  });
  const { latency, meanInFlight, seconds } = result;
  return {
    requests: result.requests,
    errors: Object.values(result.errors).reduce((sum, count) => sum + count, 0),
    late: result.lateIterations,
    seconds,
    cpuSeconds: result.generatorCpuSeconds,
    p50: latency.getValueAtPercentile(50),
    p99: latency.getValueAtPercentile(99),
    littlesLaw: (latency.totalCount * latency.mean) / 1e6 / seconds / meanInFlight,
  };
}

/** Waits for 1,000 arrivals a second and does nothing about them. */
async function idle(measureMs: number): Promise<Generated> {
  let told = 0;
  const arrivals = new Arrivals(
    () => {
      told += 1;
    },
    () => {},
  );
  await arrivals.ready();
  const started = performance.now();
  arrivals.start(
    started,
    arrivalTimes({ perSecond: 1000, arrivals: 'constant' }, () => 0),
  );
  const before = process.cpuUsage();
  await new Promise((resolve) => setTimeout(resolve, measureMs));
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - started) / 1000;
  arrivals.close();
  const nothing = { errors: 0, late: 0, p50: 0, p99: 0, littlesLaw: 1 };
  return { requests: told, seconds, cpuSeconds: (user + system) / 1e6, ...nothing };
}
