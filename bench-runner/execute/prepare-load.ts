import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HttpLoadMethod } from '../define/http-load.ts';
import type { DiscoveredSuite } from '../discovery/discover.ts';
import { discoverServices } from '../discovery/services.ts';
import { generatorCapacity } from '../measure/http-load/generate-load.ts';
import type { Bundle } from '../measure/in-process/bundle.ts';
import type { PlannedGroup } from '../plan/plan.ts';
import { planPlacement } from '../process/placement.ts';
import type { Reaper } from '../process/reaper.ts';
import type { ContractedSubject } from './check-contracts.ts';
import type { LoadSetup } from './load-setup.ts';
import type { Unavailable } from './prepare-subjects.ts';
import { SuiteServices } from './suite-services.ts';

/** Source of the load generator's program, bundled with the scenarios. */
export const generatorSource = fileURLToPath(
  new URL('../measure/http-load/generator.ts', import.meta.url),
);

const capacityLimitMs = 60_000;

/** The method of a group's scenario, if that is measured under load. */
export function loadMethodOf(suite: DiscoveredSuite, group: PlannedGroup): HttpLoadMethod | null {
  const method = suite.scenarios.find(({ id }) => id === group.scenario)?.definition.method;
  return method?.kind === 'http-load' ? method : null;
}

/** Starts what a suite's planned scenarios under load need; null where it has none. */
export async function prepareLoad(
  suite: DiscoveredSuite,
  groups: readonly PlannedGroup[],
  options: {
    bundle: Bundle;
    folder: string;
    signal: AbortSignal;
    reaper: Reaper;
    crossCheck: LoadSetup['crossCheck'];
    onStep(what: string): void;
  },
): Promise<LoadSetup | null> {
  const methods = groups.flatMap((group) => loadMethodOf(suite, group) ?? []);
  if (methods.length === 0) return null;
  const { services: wanted = {} } = suite.definition;
  const placement = await planPlacement();
  const services = await SuiteServices.start({
    wanted,
    needed: [...new Set(methods.flatMap(({ services }) => services))],
    parts: neededParts(methods),
    definitions: await discoverServices(),
    folder: join(options.folder, 'services'),
    placement,
    signal: options.signal,
    onStart: (pid) => options.reaper.watch(pid),
    onStep: options.onStep,
  });
  const generator = fileURLToPath(options.bundle.moduleOf(generatorSource));
  options.onStep('measuring what the load generator can do');
  let capacity: Awaited<ReturnType<typeof generatorCapacity>>;
  try {
    capacity = await generatorCapacity(
      { kind: 'capacity', serverProcessors: placement?.server },
      {
        program: generator,
        processors: placement?.others,
        limitMs: capacityLimitMs,
        signal: options.signal,
        onStart: (pid) => options.reaper.watch(pid),
      },
    );
  } catch (error) {
    await services.stop();
    throw error;
  }
  const { requestsPerSecond, cpuMicrosPerRequest, connections } = capacity;
  return {
    services,
    placement,
    capacity: { requestsPerSecond, cpuMicrosPerRequest, connections },
    crossCheck: options.crossCheck,
    generator,
    environment: { JWT_SECRET: randomBytes(32).toString('hex') },
  };
}

/** Parts of the data that scenarios ask for; null, for all of it, where one does not say. */
function neededParts(methods: readonly HttpLoadMethod[]): string[] | null {
  const asking = methods.filter(({ services }) => services.length > 0);
  if (asking.some(({ data }) => data === undefined)) return null;
  return [...new Set(asking.flatMap(({ data = [] }) => data))];
}

/** The servers of each subject that the groups measure, as far as the contract tells them apart. */
export function contractedSubjects(
  suite: DiscoveredSuite,
  groups: readonly PlannedGroup[],
  unavailable: ReadonlyMap<string, Unavailable>,
): ContractedSubject[] {
  const variables = suite.definition.contractVariables ?? [];
  return suite.subjects.flatMap((subject) => {
    if (unavailable.has(subject.id)) return [];
    const environments = new Map<string, Record<string, string>>();
    for (const group of groups) {
      const method = group.subjects.includes(subject.id) ? loadMethodOf(suite, group) : null;
      if (!method) continue;
      const all = method.environment?.(group.parameters) ?? {};
      const told = variables.flatMap((name) => {
        const value = all[name];
        return value === undefined ? [] : [[name, value] as const];
      });
      environments.set(JSON.stringify(told), Object.fromEntries(told));
    }
    return environments.size > 0 ? [{ subject, environments: [...environments.values()] }] : [];
  });
}
