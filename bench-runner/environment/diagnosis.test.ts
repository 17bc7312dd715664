import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Environment } from '../results/environment.ts';
import { checkForeignCpu, checkMachine, checkNode, checkStorage } from './diagnosis.ts';
import { findOptionalPrograms } from './optional-programs.ts';
import { inspectStorage } from './storage.ts';

const good: Environment = {
  cpuModel: 'A processor',
  cores: 4,
  architecture: 'x64',
  memoryBytes: 8e9,
  operatingSystem: 'Linux',
  kernel: 'Linux 6.1',
  virtualisation: null,
  cgroup: { version: 2, cpuLimit: 1.5, memoryLimitBytes: 2e9 },
  cpuGovernor: 'performance',
  timer: { resolutionNs: 30, costNs: 25 },
  runtimes: [],
  services: [],
};
const notices = (environment: Environment) =>
  checkMachine(environment)
    .filter((check) => check.status !== 'ok')
    .map((check) => check.id);

describe('a machine', () => {
  test('with all it takes has no notices', () => {
    expect(notices(good)).toEqual([]);
    expect(checkMachine(good).find((check) => check.id === 'cgroup')?.finding).toBe(
      'version 2, at most 1.5 processors, at most 2.0 GB',
    );
  });

  test('with one core, a slow timer or a saving governor has a notice with a remedy', () => {
    const poor = {
      ...good,
      cores: 1,
      timer: { resolutionNs: 1000, costNs: 1500 },
      cpuGovernor: 'powersave',
    };
    expect(notices(poor)).toEqual(['cores', 'timer', 'governor']);
    const withoutRemedy = checkMachine(poor).filter(
      (check) => check.status !== 'ok' && !check.remedy,
    );
    expect(withoutRemedy).toEqual([]);
  });

  test('cannot measure with an old Node.js', () => {
    expect(checkNode('18.20.4')).toMatchObject({ status: 'missing', needed: true });
    expect(checkNode('20.0.0')).toMatchObject({ status: 'ok', remedy: null });
  });

  test('that others use above the gate has a notice', () => {
    expect(checkForeignCpu(0.104, 0.1)).toMatchObject({
      status: 'notice',
      finding: '10.4 % of all processors now',
    });
    expect(checkForeignCpu(0.1, 0.1).status).toBe('ok');
  });
});

describe('storage', () => {
  const storage = { labFolder: '.lab/runs', writable: true, freeBytes: 50e9 };
  const statuses = (more: Partial<typeof storage>) =>
    checkStorage({ ...storage, ...more }).map((check) => check.status);

  test('is judged by what is free and whether it can be written', () => {
    expect(statuses({})).toEqual(['ok', 'ok']);
    expect(statuses({ freeBytes: 1e9 })).toEqual(['ok', 'notice']);
    expect(statuses({ freeBytes: 1e6, writable: false })).toEqual(['missing', 'missing']);
  });

  test('is looked at without leaving anything behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'storage-'));
    expect(await inspectStorage(folder)).toMatchObject({ writable: true });
    mkdirSync(join(folder, '.lab', 'runs'), { recursive: true });
    const { writable, freeBytes } = await inspectStorage(folder);
    expect(writable).toBe(true);
    expect(freeBytes).toBeGreaterThan(0);
    expect(readdirSync(join(folder, '.lab', 'runs'))).toEqual([]);
  });

  test('cannot be written where a file stands in place of the folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'storage-'));
    writeFileSync(join(folder, '.lab'), '');
    expect(await inspectStorage(folder)).toMatchObject({ writable: false });
  });
});

describe('optional programs', () => {
  const onPath =
    (...present: string[]) =>
    async (...names: string[]) =>
      names.find((name) => present.includes(name)) ?? null;
  const remedies = async (...present: string[]) => {
    const checks = await findOptionalPrograms(onPath(...present));
    return Object.fromEntries(checks.map((check) => [check.id, check.remedy]));
  };

  test('are found by any of their names', async () => {
    const { redis, chromium } = await remedies('valkey-server', 'google-chrome');
    expect([redis, chromium]).toEqual([null, null]);
  });

  test('come with the command of the package manager that is there', async () => {
    expect(await remedies('apt-get')).toMatchObject({
      go: 'apt-get install golang-go',
      k6: 'see https://grafana.com/docs/k6/latest/set-up/install-k6/',
    });
    expect(await remedies('brew')).toMatchObject({ java: 'brew install openjdk' });
    expect(await remedies()).toMatchObject({ wrk: 'install wrk and add its folder to PATH' });
  });
});
