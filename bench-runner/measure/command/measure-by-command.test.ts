import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { findProgram } from '../../process/find-program.ts';
import { type CommandMeasurement, measureByCommand } from './measure-by-command.ts';

// Starting a process can take seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const folder = fileURLToPath(new URL('./testing', import.meta.url));
const measure = (mode: string, more: Partial<CommandMeasurement> = {}) =>
  measureByCommand({
    command: [process.execPath, 'print-benchmarks.mjs', mode],
    cwd: folder,
    benchmark: 'BenchmarkWrite/size=64',
    format: 'go-bench',
    timeoutMs: 25_000,
    ...more,
  });

describe('a foreign command', () => {
  test('gives the median of a benchmark printed several times', async () => {
    await expect(measure('good')).resolves.toEqual({
      'time-per-operation': 106.3,
      throughput: 602.1,
      'allocated-bytes': 48,
      allocations: 1,
    });
  });

  test('gives a benchmark asked for with its suffix, and no other', async () => {
    const benchmark = 'BenchmarkWrite/size=1024-8';
    await expect(measure('good', { benchmark })).resolves.toEqual({ 'time-per-operation': 1988 });
  });

  test('is told which benchmark to run', async () => {
    const command = [
      process.execPath,
      'print-benchmarks.mjs',
      'arguments',
      '{benchmark}',
      '{go-pattern}',
    ];
    await expect(measure('', { command, benchmark: 'BenchmarkEcho' })).resolves.toEqual({
      'time-per-operation': 2,
    });
    await expect(measure('', { command, benchmark: "Benchmark$&/it's" })).rejects.toThrow(
      /"[^"]*arguments Benchmark\$&\/it's \^Benchmark\\\$&\$\/\^it's\$"/,
    );
  });

  test('tells the pid of what it started', async () => {
    const pids: number[] = [];
    await measure('good', { onStart: (pid) => pids.push(pid) });
    expect(pids).toEqual([expect.any(Number)]);
  });
});

describe('a foreign command that yields nothing says why', () => {
  test('another benchmark was printed', async () => {
    await expect(measure('good', { benchmark: 'BenchmarkRead' })).rejects.toThrow(
      'did not print "BenchmarkRead". It printed BenchmarkWrite/size=64, BenchmarkWrite/size=1024.',
    );
  });

  test('no benchmark was printed', async () => {
    await expect(measure('silent')).rejects.toThrow(
      /printed no benchmark\. Expected a line such as .* It printed last:\nnothing to do$/,
    );
  });

  test('it ended with an error', async () => {
    await expect(measure('exit')).rejects.toThrow(
      /ended with exit code 4\. It printed last:\n(?:.*\n)*could not open frames\.bin$/,
    );
  });

  test('it reported a failure but ended as if all were well', async () => {
    await expect(measure('failed')).rejects.toThrow(
      /reported a failure: --- FAIL: BenchmarkWrite\. It printed last:/,
    );
  });

  test('no value was finite', async () => {
    await expect(measure('infinite', { benchmark: 'BenchmarkWrite' })).rejects.toThrow(
      'without any finite value',
    );
  });

  test('it took too long', async () => {
    await expect(measure('hangs', { timeoutMs: 2_000 })).rejects.toThrow(
      /did not end within 2 s and was ended.* It printed last:\nstill working$/,
    );
  });

  test('it has no command, or one that is not there', async () => {
    await expect(measure('', { command: [] })).rejects.toThrow('subject.json');
    await expect(measure('', { command: ['no-such-program-here'] })).rejects.toThrow(
      '"no-such-program-here" was not found',
    );
  });

  test('the run was interrupted', async () => {
    const controller = new AbortController();
    const measured = measure('hangs', {
      signal: controller.signal,
      onStart: () => controller.abort(),
    });
    await expect(measured).rejects.toMatchObject({ name: 'CommandError', code: 'aborted' });
  });
});

const hasGo = (await findProgram('go')) !== null;

// Skipped where Go is not installed: nothing is fetched for it.
describe.runIf(hasGo)('go test', () => {
  const go = (benchmark: string) =>
    measureByCommand({
      command: ['go', 'test', '-run=^$', '-bench={go-pattern}', '-benchtime=20x', '-count=2'],
      cwd: `${folder}/go-module`,
      benchmark,
      format: 'go-bench',
      timeoutMs: 90_000,
    });

  test('yields time, throughput, allocations and a metric of its own', async () => {
    const samples = await go('BenchmarkJoin/parts=64');
    expect(Object.keys(samples).sort()).toEqual([
      'allocated-bytes',
      'allocations',
      'parts-per-op',
      'throughput',
      'time-per-operation',
    ]);
    expect(samples).toMatchObject({ allocations: 1, 'parts-per-op': 33 });
  }, 100_000);

  test('that panics is an error with its last lines', async () => {
    await expect(go('BenchmarkPanic')).rejects.toThrow(/exit code [12]\.[\s\S]*no such part/);
  }, 100_000);
});
