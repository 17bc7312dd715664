import { describe, expect, it } from 'vitest';
import type { Parameters } from '../../../results/identifiers.ts';
import type { Cell } from '../../../results/tables.ts';
import { Table } from '../../../results/tables.ts';
import { bottleneckTable } from './bottlenecks.ts';
import { type MadeUpGroup, madeUpSuite, six } from './testing/made-up-suite.ts';

interface Costs {
  time: number;
  cpu: number;
  system: number;
  collector?: number;
}

function costs(scenario: string, parameters: Parameters, figures: Costs): MadeUpGroup {
  const { time, cpu, system, collector } = figures;
  return {
    scenario,
    parameters,
    subjects: {
      'segment-log': {
        'time-per-operation': six(time),
        'cpu-per-operation': six(cpu),
        'system-cpu-per-operation': six(system),
        ...(collector === undefined ? {} : { 'collector-time-per-operation': six(collector) }),
      },
    },
  };
}

const cached = { size: 1024, durability: 'page-cache' };
const batches = { batch: 100, ...cached };
const fetches = (checksum: string) => ({ size: 1024, 'fetch-size': 100, checksum });

/** Shares of a family, rounded, in the order of the columns, and what bounds it. */
function sharesOf(title: string, groups: MadeUpGroup[], cores = 2) {
  const table = bottleneckTable(madeUpSuite(groups, cores));
  expect(Table.parse(table)).toEqual(table);
  const row = table.rows.find(([first]) => first?.kind === 'text' && first.text === title);
  if (row === undefined) throw new Error(`no row ${title}`);
  const shown = (cell: Cell) => (cell.kind === 'value' ? Math.round(cell.value) : cell.kind);
  const bound = row.at(-1)!;
  return {
    shares: row.slice(3, 8).map(shown),
    bound: bound.kind === 'text' ? bound.text : bound.kind,
  };
}

describe('shares of the time', () => {
  it('are kernel, own code, collector and waiting, in % of the time', () => {
    const group = costs('batch-write', batches, {
      time: 1000,
      cpu: 0.9,
      system: 0.6,
      collector: 100,
    });
    expect(sharesOf('batch-write', [group])).toEqual({
      // 600 ns; 900 - 600 - 100; none known; 100; 1,000 - 900.
      shares: [60, 20, 'absent', 10, 10],
      bound: 'kernel: system calls and their copies',
    });
  });

  it('take the checksum off the own code where fetching was measured without it', () => {
    const verified = { time: 1000, cpu: 1, system: 0.1, collector: 0 };
    const groups = [
      costs('sequential-fetch', fetches('verified'), verified),
      costs('sequential-fetch', fetches('not-verified'), { ...verified, time: 400, cpu: 0.4 }),
    ];
    expect(sharesOf('sequential-fetch', groups)).toEqual({
      // 100; 1,000 - 100 - 600; 1,000 - 400; 0; 0.
      shares: [10, 30, 60, 0, 0],
      bound: 'checksum',
    });
  });

  it('are of the time of as many processors as threads can keep busy', () => {
    const parameters = { producers: 2, ...cached };
    const group = costs('concurrent-producers', parameters, { time: 500, cpu: 0.4, system: 0.1 });
    expect(sharesOf('concurrent-producers', [group], 4).shares).toEqual([
      10,
      30,
      'absent',
      'absent',
      60,
    ]);
    expect(sharesOf('concurrent-producers', [group], 1)).toEqual({
      shares: [20, 60, 'absent', 'absent', 20],
      bound: 'own code: framing, indexes, copies in the process',
    });
  });

  it('are never below zero, where V8’s own threads use CPU beside', () => {
    const group = costs('batch-write', batches, {
      time: 1000,
      cpu: 1.3,
      system: 0.2,
      collector: 1200,
    });
    expect(sharesOf('batch-write', [group]).shares).toEqual([20, 0, 'absent', 120, 0]);
  });
});

describe('what bounds a family', () => {
  it('is every share that cannot be told from the largest', () => {
    const group = costs('batch-write', batches, { time: 1000, cpu: 1, system: 0.5, collector: 0 });
    expect(sharesOf('batch-write', [group]).bound).toBe(
      'kernel: system calls and their copies and own code: framing, indexes, copies in the process',
    );
  });

  it('names what is waited for', () => {
    const idle = { time: 1000, cpu: 0.1, system: 0.1 };
    expect(sharesOf('batch-write', [costs('batch-write', batches, idle)]).bound).toBe(
      'waiting: the disk or the scheduler',
    );
    const two = costs('concurrent-producers', { producers: 2, ...cached }, idle);
    expect(sharesOf('concurrent-producers', [two], 2).bound).toBe(
      'waiting: threads for one another',
    );
    expect(sharesOf('concurrent-producers', [two], 1).bound).toBe(
      'waiting for a processor: 2 threads on 1',
    );
  });

  it('is not told where CPU was not measured', () => {
    const group: MadeUpGroup = {
      scenario: 'batch-write',
      parameters: batches,
      subjects: { 'segment-log': { 'time-per-operation': six(1) } },
    };
    expect(sharesOf('batch-write', [group])).toEqual({
      shares: Array.from({ length: 5 }, () => 'absent'),
      bound: 'absent',
    });
  });
});
