import type { DiscoveredSuite } from '../discovery/discover.ts';
import { crossCheckMetrics } from '../measure/http-load/cross-check-samples.ts';
import { findProgram } from '../process/find-program.ts';
import type { LoadSetup } from './load-setup.ts';
import { SelectionError } from './select-suites.ts';

export const crossCheckTools = ['wrk', 'k6'] as const;
export type CrossCheckTool = (typeof crossCheckTools)[number];

/**
 * The program that loads are sent through too.
 *
 * @throws SelectionError where it is not installed.
 */
export async function findCrossCheck(
  tool: CrossCheckTool | undefined,
): Promise<LoadSetup['crossCheck']> {
  if (tool === undefined) return null;
  const program = await findProgram(tool);
  if (program) return { tool, program };
  throw new SelectionError(
    `--load ${tool} needs the program "${tool}", which is not on the PATH`,
    tool === 'wrk'
      ? 'install it, such as by apt-get install wrk, or leave the flag out'
      : 'install it as https://grafana.com/docs/k6 says, or leave the flag out',
  );
}

/** Suites whose scenarios under load also report what another program measures. */
export function withCrossCheck(
  suites: readonly DiscoveredSuite[],
  tool: CrossCheckTool | undefined,
): DiscoveredSuite[] {
  if (tool === undefined) return [...suites];
  const metrics = crossCheckMetrics(tool);
  return suites.map((suite) => ({
    ...suite,
    definition: { ...suite.definition, metrics: [...suite.definition.metrics, ...metrics] },
    scenarios: suite.scenarios.map((scenario) => {
      if (scenario.definition.method.kind !== 'http-load') return scenario;
      const reported = [...scenario.definition.metrics, ...metrics.map(({ id }) => id)];
      return { ...scenario, definition: { ...scenario.definition, metrics: reported } };
    }),
  }));
}
