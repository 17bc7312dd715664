import type { Environment } from './environment.ts';
import { formatNumber } from './format.ts';

/** Where a server under test ran; null where none was measured or it was not kept apart. */
export function placementLine({ placement }: Environment): string | null {
  if (!placement) return null;
  return `server under test alone on processor ${placement.server}, everything else on ${placement.others}`;
}

/** What the load generator could do when the run began; null where it was not used. */
export function generatorLine({ loadGenerator }: Environment): string | null {
  if (!loadGenerator) return null;
  const { requestsPerSecond, cpuMicrosPerRequest, connections } = loadGenerator;
  return `${formatNumber(requestsPerSecond)} requests/s over ${connections} connections with a server that does next to nothing (n = 1), at ${formatNumber(cpuMicrosPerRequest)} µs of CPU a request`;
}
