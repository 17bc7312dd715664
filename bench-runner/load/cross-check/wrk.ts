import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadPlan } from '../../define/http-load.ts';
import { runCommand } from '../../process/run-command.ts';
import { encodeRequest, targetOf } from '../encode-request.ts';
import { type CrossCheck, type CrossCheckOptions, NotExpressible } from './cross-check.ts';
import { recordRequests } from './record-requests.ts';

const graceMs = 30_000;

/**
 * Runs a plan through wrk, over one thread with a connection for each virtual user.
 *
 * @throws NotExpressible where wrk has no means for the plan: it sends requests that do not depend
 * on answers, in a closed loop of one level. Error where it fails or prints something else.
 */
export async function crossCheckByWrk(options: CrossCheckOptions): Promise<CrossCheck> {
  const { program, url, plan, folder, launcher = [], signal } = options;
  const users = usersOf(plan);
  const iterations = await recordRequests(url, plan, options.seed);
  if (iterations.some((requests) => requests.length !== 1)) {
    throw new NotExpressible(
      'wrk cannot send several requests in order with data from earlier answers; use k6.',
    );
  }
  const target = targetOf(url);
  const requests = iterations.flat().map((request) => encodeRequest(request, target).bytes);
  const script = join(folder, 'load.lua');
  await writeFile(script, wrkScript(requests));
  const run = async (ms: number) => {
    const seconds = Math.max(1, Math.round(ms / 1000));
    const { exitCode, stdout, stderr } = await runCommand(
      [...launcher, program, '-t1', `-c${users}`, `-d${seconds}s`, '-s', script, url],
      { signal, timeoutMs: ms + graceMs },
    );
    if (exitCode !== 0) throw new Error(`wrk ended with ${exitCode}: ${stderr || stdout}`);
    return stdout;
  };
  if (options.warmUpMs > 0) await run(options.warmUpMs);
  return parseWrk(await run(options.measureMs));
}

function usersOf({ load }: LoadPlan): number {
  if (load.kind === 'open') {
    throw new NotExpressible('wrk has no open loop: it waits for each answer; use k6.');
  }
  if (load.stages) throw new NotExpressible('wrk keeps one number of connections; use k6.');
  return load.users;
}

/** A script for wrk (SCRIPTING in its sources) that sends the requests in turn. */
export function wrkScript(requests: readonly Buffer[]): string {
  const distinct = new Set(requests.map((bytes) => bytes.toString('latin1')));
  const turn = distinct.size === 1 ? '' : '  turn = turn % #requests + 1\n';
  const list = [...(distinct.size === 1 ? distinct : requests.map((r) => r.toString('latin1')))];
  return `local requests = {
${list.map((bytes) => `  ${luaString(bytes)},`).join('\n')}
}
local turn = 1
request = function()
${turn}  return requests[turn]
end
done = function(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    'lab {"requests":%d,"microseconds":%d,"errors":%d,"p50":%d,"p90":%d,"p95":%d,"p99":%d,"max":%d}\\n',
    summary.requests, summary.duration,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50), latency:percentile(90), latency:percentile(95),
    latency:percentile(99), latency.max
  ))
end
`;
}

function luaString(bytes: string): string {
  const inDecimal = (character: string) =>
    `\\${character.charCodeAt(0).toString().padStart(3, '0')}`;
  return `"${bytes.replace(/[^ !#-[\]-~]/g, inDecimal)}"`;
}

/** Reads the line that the script prints. @throws Error where there is none. */
export function parseWrk(output: string): CrossCheck {
  const json = /^lab (\{.*\})$/m.exec(output)?.[1];
  if (!json) throw new Error(`wrk printed no summary; it said: ${output.slice(-500)}`);
  const { requests, microseconds, errors, p50, p90, p95, p99, max } = JSON.parse(json);
  return {
    program: 'wrk',
    requests,
    errors,
    requestsPerSecond: (requests * 1e6) / microseconds,
    latencyMicros: { p50, p90, p95, p99, max },
  };
}
