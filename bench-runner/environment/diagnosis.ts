import { setTimeout as pause } from 'node:timers/promises';
import type { Environment } from '../results/environment.ts';
import type { Check } from './check.ts';
import { describeEnvironment } from './describe.ts';
import { cpuShares, readMachineCpu } from './machine-cpu.ts';
import { findOptionalPrograms } from './optional-programs.ts';
import { inspectStorage, type Storage } from './storage.ts';

export interface Diagnosis {
  /** False if something needed is missing. */
  ready: boolean;
  checks: Check[];
  environment: Environment;
}

const oldestNode = 20;
const giga = 1e9;
const neededBytes = 0.2 * giga;
const comfortableBytes = 2 * giga;
const slowTimerNs = 1_000;

/**
 * Says what this machine can measure. Takes `sampleMs` (1 s) to see what else it does.
 * `foreignCpuGate` is the share of all processors above which trials are taken anew.
 */
export async function diagnose(
  folder: string,
  foreignCpuGate: number,
  sampleMs = 1_000,
): Promise<Diagnosis> {
  const [environment, programs, storage] = await Promise.all([
    describeEnvironment(),
    findOptionalPrograms(),
    inspectStorage(folder),
  ]);
  // After the programs above have ended: they would be counted as foreign.
  const foreignShare = await sampleForeignCpu(sampleMs);
  const checks = [
    checkNode(process.versions.node),
    ...checkMachine(environment),
    checkForeignCpu(foreignShare, foreignCpuGate),
    ...checkStorage(storage),
    ...programs.map((program) => withVersion(program, environment)),
  ];
  const ready = checks.every((check) => !check.needed || check.status !== 'missing');
  return { ready, checks, environment };
}

async function sampleForeignCpu(sampleMs: number): Promise<number> {
  const before = readMachineCpu();
  const selfBefore = process.cpuUsage();
  await pause(sampleMs);
  const self = process.cpuUsage(selfBefore);
  return cpuShares(before, readMachineCpu(), (self.user + self.system) / 1e6).foreignCpuShare;
}

/** @param version As Node.js prints it, without the leading v. */
export function checkNode(version: string): Check {
  const recent = Number.parseInt(version, 10) >= oldestNode;
  return {
    ...machineCheck('node', 'Node.js', version),
    needed: true,
    ...(!recent && {
      status: 'missing',
      finding: `${version} is too old`,
      remedy: `install Node.js ${oldestNode} or newer, from https://nodejs.org`,
    }),
  };
}

/** What the description of the machine alone tells. */
export function checkMachine(environment: Environment): Check[] {
  const { cores, timer, cgroup, cpuGovernor } = environment;
  const gigabytes = (environment.memoryBytes / giga).toFixed(1);
  return [
    {
      ...machineCheck('cores', 'Cores', `${cores} usable, ${environment.cpuModel}`),
      ...(cores < 2 && {
        status: 'notice',
        remedy: 'use a machine with two cores or more: the runner disturbs what it measures here',
      }),
    },
    machineCheck('memory', 'Memory', `${gigabytes} GB`),
    machineCheck('system', 'System', `${environment.operatingSystem}, ${environment.kernel}`),
    machineCheck(
      'virtualisation',
      'Virtualisation',
      environment.virtualisation ?? 'none was found',
    ),
    {
      ...machineCheck(
        'timer',
        'Timer',
        `steps of ${timer.resolutionNs} ns, ${timer.costNs} ns a reading`,
      ),
      ...(timer.costNs > slowTimerNs && {
        status: 'notice',
        remedy: 'see which clock the kernel uses (clocksource): tsc is the fast one on x86',
      }),
    },
    machineCheck('cgroup', 'Control group', describeCgroup(cgroup)),
    {
      ...machineCheck('governor', 'CPU governor', cpuGovernor ?? 'none to read'),
      ...(cpuGovernor === 'powersave' && {
        status: 'notice',
        remedy: 'sudo cpupower frequency-set --governor performance',
      }),
    },
  ];
}

/** @param share What others use now, as a share of all processors. */
export function checkForeignCpu(share: number, gate: number): Check {
  const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
  return {
    ...machineCheck('foreign-cpu', 'Foreign CPU', `${percent(share)} of all processors now`),
    ...(share > gate && {
      status: 'notice',
      remedy: `end other programs: above ${percent(gate)}, trials are taken anew and get a caveat`,
    }),
  };
}

/** Whether runs can be written, and how much. */
export function checkStorage({ labFolder, writable, freeBytes }: Storage): Check[] {
  const free = freeBytes === null ? 'cannot be told' : `${(freeBytes / giga).toFixed(1)} GB free`;
  const lack = freeBytes === null || freeBytes >= comfortableBytes ? null : freeBytes;
  return [
    {
      ...machineCheck('lab-folder', 'Runs', `${labFolder} can be written`),
      needed: true,
      ...(!writable && {
        status: 'missing',
        finding: `${labFolder} cannot be written`,
        remedy: `give yourself the right to write: chown or chmod ${labFolder}, or use another checkout`,
      }),
    },
    {
      ...machineCheck('disk', 'Disk', free),
      needed: true,
      ...(lack !== null && {
        status: lack < neededBytes ? 'missing' : 'notice',
        remedy: 'free some space: lab runs lists old runs, and each is a folder in .lab/runs',
      }),
    },
  ];
}

function describeCgroup({ version, cpuLimit, memoryLimitBytes }: Environment['cgroup']): string {
  if (version === null) return 'none';
  const cpu = cpuLimit === null ? 'no CPU limit' : `at most ${cpuLimit} processors`;
  const memory =
    memoryLimitBytes === null
      ? 'no memory limit'
      : `at most ${(memoryLimitBytes / giga).toFixed(1)} GB`;
  return `version ${version}, ${cpu}, ${memory}`;
}

function machineCheck(id: string, title: string, finding: string): Check {
  return { id, title, group: 'machine', status: 'ok', needed: false, finding, remedy: null };
}

function withVersion(check: Check, { runtimes }: Environment): Check {
  const version = runtimes.find((runtime) => runtime.id === check.id)?.version;
  return check.status === 'ok' && version ? { ...check, finding: version } : check;
}
