import type { ReactNode } from 'react';
import type { Environment } from '../../../bench-runner/results/environment.ts';
import { formatBytes, formatNumber } from '../../../bench-runner/results/format.ts';
import { generatorLine, placementLine } from '../../../bench-runner/results/load-lines.ts';
import type { Run } from '../../../bench-runner/results/schema.ts';
import { formatDay, formatDuration } from '../ResultLayout/dates.ts';
import { FactList } from './FactList.tsx';
import { Services } from './Services.tsx';

/** What a run was measured on. */
export function EnvironmentFacts({ environment }: { environment: Environment }): ReactNode {
  const { cgroup, timer } = environment;
  return (
    <FactList
      facts={[
        ['Processor', `${environment.cpuModel}, ${environment.architecture}`],
        ['Cores', limited(environment.cores, cgroup.cpuLimit, String)],
        ['Memory', limited(environment.memoryBytes, cgroup.memoryLimitBytes, formatBytes)],
        ['System', `${environment.operatingSystem}, kernel ${environment.kernel}`],
        ['Virtualisation', environment.virtualisation ?? 'none found'],
        ['Scaling governor', environment.cpuGovernor ?? 'none to read'],
        [
          'Timer',
          `steps of ${formatNumber(timer.resolutionNs)} ns, ${formatNumber(timer.costNs)} ns a reading`,
        ],
        ['Runtimes', environment.runtimes.map(named).join(', ') || null],
        [
          'Services',
          environment.services.length > 0 ? (
            <Services key="services" services={environment.services} />
          ) : null,
        ],
        ['Placement', placementLine(environment)],
        ['Load generator', generatorLine(environment)],
      ]}
    />
  );
}

/** How a run was made: what it takes to make it again. */
export function RunFacts({ run }: { run: Run }): ReactNode {
  const { lab } = run;
  return (
    <FactList
      facts={[
        ['Run', run.id],
        [
          'Measured',
          `${formatDay(run.finishedAt)}, in ${formatDuration(run.startedAt, run.finishedAt)}`,
        ],
        ['Profile', `${run.profile}, ${run.blocks} ${run.blocks === 1 ? 'block' : 'blocks'}`],
        ['Seed', String(run.seed)],
        ['Foreign CPU gate', `${formatNumber(run.foreignCpuGate * 100)} %`],
        [
          'Lab',
          `${lab.version}${lab.commit ? `, commit ${lab.commit.slice(0, 12)}` : ''}${lab.modified ? ', with uncommitted changes' : ''}`,
        ],
      ]}
    />
  );
}

function named({ name, version }: { name: string; version: string }): string {
  return `${name} ${version}`;
}

/** A quantity, and the limit set on it where that is lower. */
function limited(have: number, limit: number | null, write: (value: number) => string): string {
  return limit === null || limit >= have
    ? write(have)
    : `${write(have)}, limited to ${write(limit)}`;
}
