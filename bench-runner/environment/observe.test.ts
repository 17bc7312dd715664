import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { observe } from './observe.ts';

// Starting a process can take seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const burn = (cpuMs: number) =>
  `const start = process.cpuUsage(); let used; do { used = process.cpuUsage(start) } while (used.user + used.system < ${cpuMs * 1000});`;
const started: ChildProcess[] = [];

function start(code: string) {
  const child = spawn(process.execPath, ['-e', code], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  if (child.pid === undefined) throw new Error('node did not start');
  started.push(child);
  return Object.assign(child, { pid: child.pid });
}

afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    // Its CPU counts as that of a child of this process once it has ended: not in the next test.
    await once(child, 'exit');
  }
});

describe('a busy process', () => {
  test('has its CPU and its memory told, and is not foreign to itself', async () => {
    const child = start(`${burn(400)} console.log('done'); setInterval(() => {}, 1000);`);
    const own = observe(child.pid);
    const other = observe(1e9);
    await once(child.stdout, 'data');
    const [mine, others] = await Promise.all([own.stop(), other.stop()]);
    expect(mine.cpuSeconds).toBeGreaterThan(0.3);
    expect(mine.peakResidentBytes).toBeGreaterThan(20_000_000);
    expect(others.cpuSeconds).toBe(0);
    // The same machine at the same time: what one observation calls its own is foreign to the other.
    expect(others.foreignCpuShare).toBeGreaterThan(mine.foreignCpuShare);
  });

  test('that ended keeps what was seen, and its own report fills in the rest', async () => {
    const child = start(burn(400));
    const observation = observe(child.pid);
    await once(child, 'exit');
    const seen = await observation.stop({ cpuSeconds: 3, peakResidentBytes: 7e9 });
    expect(seen.cpuSeconds).toBeCloseTo(3, 1);
    expect(seen.peakResidentBytes).toBe(7e9);
    await expect(observation.stop()).resolves.toEqual(seen);
  });

  test('is charged with its children', async () => {
    const child = start(
      `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(burn(300))}]); console.log('done'); setInterval(() => {}, 1000);`,
    );
    const observation = observe(child.pid);
    await once(child.stdout, 'data');
    const { cpuSeconds } = await observation.stop();
    expect(cpuSeconds).toBeGreaterThan(0.25);
  });
});

describe('a child that ended between two samples is told whole', () => {
  test.each([
    { name: 'when it is asked for at once', samplesAfter: 0 },
    { name: 'when samples were taken after its end', samplesAfter: 2 },
  ])('$name', async ({ samplesAfter }) => {
    // The observation's own timer stands still, so that no sample sees the child at work.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const child = start(`process.stdin.once('data', () => { ${burn(200)} process.exit(); });`);
      const observation = observe(child.pid);
      child.stdin.write('go');
      await once(child, 'close');
      for (let taken = 0; taken < samplesAfter; taken += 1) {
        await vi.advanceTimersByTimeAsync(60);
      }
      const { cpuSeconds } = await observation.stop();
      // The kernel counts in steps of 10 ms, user and system each, at both ends.
      if (process.platform === 'linux') expect(cpuSeconds).toBeGreaterThan(0.2 - 0.04);
    } finally {
      vi.useRealTimers();
    }
  });
});

test('shares lie between 0 and 1, however short the observation', async () => {
  const observation = observe(process.pid);
  const { foreignCpuShare, stealShare } = await observation.stop();
  expect(foreignCpuShare).toBeGreaterThanOrEqual(0);
  expect(foreignCpuShare).toBeLessThanOrEqual(1);
  if (stealShare !== null) expect(stealShare).toBeLessThanOrEqual(1);
});
