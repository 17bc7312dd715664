import { type Observation, observe } from '../../environment/observe.ts';
import { runCommand } from '../../process/run-command.ts';

export interface WrkRun {
  requests: number;
  requestsPerSecond: number;
  cpuSeconds: number;
}

/** @throws Error where it fails or prints no rate. */
export async function runWrk(
  program: string,
  launcher: readonly string[],
  url: string,
  connections: number,
  seconds: number,
): Promise<WrkRun> {
  let observation: Observation | undefined;
  const argv = [program, '-t1', `-c${connections}`, `-d${seconds}s`, `${url}/health`];
  const { stdout, stderr } = await runCommand([...launcher, ...argv], {
    timeoutMs: (seconds + 30) * 1000,
    onStart: (pid) => {
      observation = observe(pid);
    },
  });
  const observed = await observation?.stop();
  const requests = Number(/(\d+) requests in/.exec(stdout)?.[1]);
  const requestsPerSecond = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
  if (!(requests > 0) || !observed) throw new Error(`wrk printed no rate: ${stdout}${stderr}`);
  return { requests, requestsPerSecond, cpuSeconds: observed.cpuSeconds };
}
