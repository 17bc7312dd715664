import { arch, totalmem } from 'node:os';
import { Environment } from '../results/environment.ts';
import { cgroupLimits } from './cgroup.ts';
import { kernelName, operatingSystemName } from './operating-system.ts';
import { processorGovernor, processorName, usableProcessors } from './processor.ts';
import { findRuntimes } from './runtimes.ts';
import { measureTimer } from './timer.ts';
import { describeVirtualisation } from './virtualisation.ts';

/**
 * Describes the machine a run is measured on, without services: those are known once prepared.
 * Holds no host name, user name or environment variable. What cannot be told is null or left out.
 */
export async function describeEnvironment(): Promise<Environment> {
  const [operatingSystem, virtualisation, runtimes] = await Promise.all([
    operatingSystemName(),
    describeVirtualisation(),
    findRuntimes(),
  ]);
  const governor = processorGovernor();
  return Environment.parse({
    cpuModel: oneLine(processorName()),
    cores: usableProcessors(),
    architecture: arch(),
    memoryBytes: totalmem(),
    operatingSystem: oneLine(operatingSystem),
    kernel: oneLine(kernelName()),
    virtualisation: virtualisation && oneLine(virtualisation),
    cgroup: cgroupLimits(),
    cpuGovernor: governor && oneLine(governor),
    // Last, when the commands above have ended and leave the processors alone.
    timer: measureTimer(),
    runtimes: runtimes.map((runtime) => ({ ...runtime, version: oneLine(runtime.version) })),
    services: [],
  });
}

/** Systems print what they like; a title is one line of at most 200 printable characters. */
function oneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim();
  return line.slice(0, 200) || 'unknown';
}
