import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { describe, expect, it } from 'vitest';
import { expandProcessorList, placed, planPlacement } from './placement.ts';
import { runCommand } from './run-command.ts';

describe('expandProcessorList', () => {
  it.each([
    ['0', [0]],
    ['0-3', [0, 1, 2, 3]],
    ['0-1,5,8-9\n', [0, 1, 5, 8, 9]],
    ['', []],
    ['all', []],
  ])('reads %j', (list, numbers) => {
    expect(expandProcessorList(list)).toEqual(numbers);
  });
});

describe.runIf(process.platform === 'linux' && availableParallelism() > 1)('placement', () => {
  it('gives the server one processor and the rest to everything else', async () => {
    const placement = await planPlacement();
    if (!placement) throw new Error('taskset is missing: apt-get install util-linux');
    const all = /^Cpus_allowed_list:\s*(.+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    const both = [placement.server, ...placement.others.split(',')].map(Number);
    expect(both.toSorted((a, b) => a - b)).toEqual(expandProcessorList(all ?? ''));
    const { stdout } = await runCommand(
      placed(['grep', 'Cpus_allowed_list', '/proc/self/status'], placement.server),
    );
    expect(stdout.trim().split(/\s+/)[1]).toBe(placement.server);
  });

  it('leaves a command alone where there is nothing to choose', () => {
    expect(placed(['a', 'b'], undefined)).toEqual(['a', 'b']);
  });
});
