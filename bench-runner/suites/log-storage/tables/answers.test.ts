import { describe, expect, it } from 'vitest';
import { Answer } from '../../../results/schema.ts';
import suite from '../suite.ts';
import { answers } from './answers.ts';
import { type MadeUpGroup, madeUpSuite, six } from './testing/made-up-suite.ts';

const cached = { size: 1024, durability: 'page-cache' };

const batches: MadeUpGroup = {
  scenario: 'batch-write',
  parameters: { batch: 100, ...cached },
  subjects: {
    'segment-log': {
      throughput: six(2400),
      'time-per-operation': six(1000),
      'cpu-per-operation': six(1),
      'system-cpu-per-operation': six(0.7),
    },
    'bare-c': { throughput: six(4000) },
  },
};

const single: MadeUpGroup = {
  scenario: 'write-throughput',
  parameters: cached,
  subjects: { 'segment-log': { throughput: six(300) } },
};

const producers = (count: number, rate: number, durability: string): MadeUpGroup => ({
  scenario: 'concurrent-producers',
  parameters: { producers: count, size: 1024, durability },
  subjects: {
    'segment-log': { 'message-rate': six(rate), 'time-per-operation': six(1e9 / rate) },
  },
});

function textOf(groups: MadeUpGroup[], id: string): string | undefined {
  const found = answers(madeUpSuite(groups)).find((answer) => answer.id === id);
  return found && Answer.parse(found).text;
}

describe('answers', () => {
  it('answer the suite’s question first, with intervals', () => {
    const [first] = answers(madeUpSuite([batches]));
    expect(first).toEqual({
      id: 'summary-batch-write',
      question: 'Which?',
      text: 'batch-write (batch 100, size 1,024, page-cache): throughput 2,400 MB/s (95 % interval 2,400 to 2,400, n = 6), 0.600× (95 % interval 0.600× to 0.600×, n = 6) that of Bare-c.',
      table: 'families',
    });
  });

  it('count the targets', () => {
    expect(textOf([batches], 'targets')).toBe('2 of 16 targets are met and 14 not measured in it.');
  });

  it('say where the time goes', () => {
    expect(textOf([batches], 'bottlenecks')).toBe(
      'The largest share of the time goes, in batch-write into the kernel.',
    );
  });

  it('say what to choose, by how much', () => {
    expect(textOf([batches, single], 'choose-batch')).toBe(
      'Messages a batch: 100, 8.00× (95 % interval 8.00× to 8.00×, n = 6) the rate of 1; of the others 1 reaches most, 0.125× (95 % interval 0.125× to 0.125×, n = 6) of it, and would have to be above 1.05× with its whole interval.',
    );
  });

  it('say how rates grow with threads and what durability costs', () => {
    const groups = [
      producers(1, 1000, 'page-cache'),
      producers(2, 1900, 'page-cache'),
      producers(2, 95, 'sync'),
    ];
    expect(textOf(groups, 'scaling')).toBe(
      'Against one thread, on 2 processors: concurrent-producers, producers 2, size 1,024: 2 threads 1.90× (95 % interval 1.90× to 1.90×, n = 6).',
    );
    expect(textOf(groups, 'durability')).toBe(
      'Time of an operation over that under page-cache: concurrent-producers (producers 2, size 1,024) under sync 20.0× (95 % interval 20.0× to 20.0×, n = 6).',
    );
  });

  it('say what was not measured', () => {
    expect(textOf([], 'summary')).toBe(
      'The segment log: not measured in this run (profile standard).',
    );
    expect(textOf([], 'next-steps')).toBe('No target is missed.');
    expect(textOf([], 'scaling')).toBeUndefined();
  });

  it.each([[[]], [[batches, single]]])('rest on tables that the suite has', (groups) => {
    const measured = madeUpSuite(groups);
    const tables = suite.tables!(measured);
    const ids = tables.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { table } of suite.answers!(measured, tables)) expect(ids).toContain(table);
  });
});
