import type { Listener } from './events.ts';
import type { PlannedSuite } from './prepared-suite.ts';
import { SelectionError } from './select-suites.ts';

const limits =
  '--profile-cpu is offered for what is measured in process; a server or another foreign program may be written in any language and has profilers of its own';

/**
 * Refuses a run that asks for CPU profiles and could take none.
 *
 * @throws SelectionError where no planned scenario is measured in process.
 */
export function assertProfilable(plan: readonly PlannedSuite[]): void {
  if (scenariosOf(plan).some(({ inProcess }) => inProcess)) return;
  throw new SelectionError(
    `nothing to profile: ${limits}`,
    'choose scenarios that are measured in process, such as those of the suite multiplexer, or leave the flag out',
  );
}

/** Tells of each planned scenario that gets no CPU profile, before anything is measured. */
export function tellUnprofiled(plan: readonly PlannedSuite[], listener: Listener): void {
  for (const { suite, scenario, inProcess } of scenariosOf(plan)) {
    if (!inProcess) listener({ kind: 'unprofiled', suite, key: scenario, reason: limits });
  }
}

function scenariosOf(plan: readonly PlannedSuite[]) {
  return plan.flatMap(({ suite, groups }) =>
    suite.scenarios
      .filter(({ id }) => groups.some(({ scenario }) => scenario === id))
      .map(({ id, definition }) => ({
        suite: suite.id,
        scenario: id,
        inProcess: definition.method.kind === 'in-process',
      })),
  );
}
