import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HttpRequest, LoadPlan } from '../../define/http-load.ts';
import { runCommand } from '../../process/run-command.ts';
import { type CrossCheck, type CrossCheckOptions, NotExpressible } from './cross-check.ts';
import { type RecordedIteration, recordRequests } from './record-requests.ts';

const graceMs = 60_000;

/**
 * Runs a plan through k6. Data from earlier answers are those of the recording, so an iteration
 * sends the same requests each time it is its turn.
 *
 * @throws NotExpressible for Poisson arrivals, which k6 does not have. Error where it fails.
 */
export async function crossCheckByK6(options: CrossCheckOptions): Promise<CrossCheck> {
  const { program, url, plan, folder, launcher = [], signal } = options;
  const executor = k6Executor(plan.load, options.measureMs);
  const warmUp = k6Executor(plan.load, options.warmUpMs);
  const iterations = await recordRequests(url, plan, options.seed);
  const script = join(folder, 'load.js');
  const summary = join(folder, 'summary.json');
  const run = async (ms: number, of: object) => {
    await writeFile(script, k6Script(url, iterations, of));
    const argv = [program, 'run', '--quiet', '--no-usage-report', '--summary-export', summary];
    const statistics = ['--summary-trend-stats', 'med,p(90),p(95),p(99),max'];
    const { exitCode, stderr } = await runCommand([...launcher, ...argv, ...statistics, script], {
      signal,
      timeoutMs: ms + graceMs,
    });
    if (exitCode !== 0) throw new Error(`k6 ended with ${exitCode}: ${stderr.slice(-1000)}`);
  };
  if (options.warmUpMs > 0) await run(options.warmUpMs, warmUp);
  await run(options.measureMs, executor);
  return parseK6(await readFile(summary, 'utf8'));
}

/** The executor of k6 that makes a load. @throws NotExpressible where there is none. */
export function k6Executor(load: LoadPlan['load'], ms: number): Record<string, unknown> {
  const duration = `${Math.round(ms)}ms`;
  if (load.kind === 'open') {
    if (load.arrivals === 'poisson') {
      throw new NotExpressible('k6 has constant arrival rates and no Poisson arrivals.');
    }
    return {
      executor: 'constant-arrival-rate',
      // Whole numbers only: so many in a minute.
      rate: Math.round(load.perSecond * 60),
      timeUnit: '1m',
      duration,
      preAllocatedVUs: load.connections,
      maxVUs: load.connections,
    };
  }
  if (!load.stages) return { executor: 'constant-vus', vus: load.users, duration };
  return {
    executor: 'ramping-vus',
    startVUs: load.stages[0]?.users ?? load.users,
    gracefulRampDown: '0s',
    stages: load.stages.flatMap(({ users, share, ramp }) => {
      const level = { duration: `${Math.round(ms * share)}ms`, target: users };
      return ramp ? [level] : [{ duration: '0s', target: users }, level];
    }),
  };
}

/** A script for k6 in which the virtual users take the recorded iterations in turn. */
export function k6Script(
  url: string,
  iterations: readonly RecordedIteration[],
  executor: object,
): string {
  const recorded = iterations.map((requests) => requests.map((request) => k6Request(url, request)));
  return `import http from 'k6/http';
import { b64decode } from 'k6/encoding';
import exec from 'k6/execution';

export const options = {
  scenarios: { load: ${JSON.stringify(executor)} },
};
const iterations = ${JSON.stringify(recorded)}.map((requests) =>
  requests.map(({ method, url, body, headers, status }) => ({
    method,
    url,
    body: body === null ? null : b64decode(body),
    params: { headers, redirects: 0, responseCallback: http.expectedStatuses(status) },
  })),
);

export default function () {
  const requests = iterations[exec.scenario.iterationInTest % iterations.length];
  for (const { method, url, body, params } of requests) http.request(method, url, body, params);
}
`;
}

function k6Request(url: string, request: HttpRequest) {
  const { method, path, headers = {}, json, body, status = 200 } = request;
  const bytes = json === undefined ? body : JSON.stringify(json);
  return {
    method,
    url: new URL(path, url).href,
    headers: json === undefined ? headers : { 'content-type': 'application/json', ...headers },
    body: bytes === undefined ? null : Buffer.from(bytes).toString('base64'),
    status,
  };
}

/**
 * Reads what k6 writes for `--summary-export`: metrics by name, times in ms.
 * @throws Error where the metrics of HTTP requests are not in it.
 */
export function parseK6(summary: string): CrossCheck {
  const { metrics } = JSON.parse(summary) as K6Summary;
  const { http_reqs: requests, http_req_duration: duration, http_req_failed: failed } = metrics;
  if (!requests || !duration) throw new Error('The summary of k6 has no HTTP requests.');
  const micros = (statistic: string) => (duration[statistic] ?? Number.NaN) * 1000;
  return {
    program: 'k6',
    requests: requests.count ?? 0,
    requestsPerSecond: requests.rate ?? 0,
    // A rate counts how often its condition held as passes.
    errors: failed?.passes ?? 0,
    latencyMicros: {
      p50: micros('med'),
      p90: micros('p(90)'),
      p95: micros('p(95)'),
      p99: micros('p(99)'),
      max: micros('max'),
    },
  };
}

interface K6Summary {
  metrics: Partial<Record<string, Partial<Record<string, number>>>>;
}
