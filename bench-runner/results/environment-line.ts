import type { Environment } from './environment.ts';
import { formatBytes } from './format.ts';

/** The machine and its software in one line, as citations and overviews show it. */
export function environmentLine(environment: Environment): string {
  const { cpuModel, cores, memoryBytes, operatingSystem, kernel, architecture } = environment;
  return [
    cpuModel,
    `${cores} ${cores === 1 ? 'core' : 'cores'}`,
    formatBytes(memoryBytes),
    `${operatingSystem} (kernel ${kernel}, ${architecture})`,
    ...(environment.virtualisation === null ? [] : [environment.virtualisation]),
    ...limits(environment.cgroup),
    ...environment.runtimes.map(({ name, version }) => `${name} ${version}`),
    ...environment.services.map(
      ({ name, version, standIn }) => `${name} ${version}${standIn ? ' (stand-in)' : ''}`,
    ),
  ].join(', ');
}

function limits({ cpuLimit, memoryLimitBytes }: Environment['cgroup']): string[] {
  return [
    ...(cpuLimit === null ? [] : [`limited to ${cpuLimit} processors`]),
    ...(memoryLimitBytes === null ? [] : [`limited to ${formatBytes(memoryLimitBytes)}`]),
  ];
}
