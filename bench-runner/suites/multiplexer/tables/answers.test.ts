import { describe, expect, it } from 'vitest';
import { Answer } from '../../../results/schema.ts';
import suite from '../suite.ts';
import { answers } from './answers.ts';
import { type MadeUpGroup, madeUpSuite } from './testing/made-up-suite.ts';

const time = (median: number) => ({ 'time-per-operation': median });

const sensor: MadeUpGroup = {
  scenario: 'unix-socket',
  axis: 'size',
  value: 64,
  subjects: { coalesced: time(250), gathered: time(2000), original: time(4000) },
  ratios: [
    ['coalesced', 'original', 0.0625, 0.05, 0.1, 'better'],
    ['gathered', 'original', 0.5, 0.48, 0.52, 'better'],
    ['gathered', 'coalesced', 8, 7.5, 8.5, 'worse'],
  ],
};

function textOf(groups: MadeUpGroup[], id: string): string {
  const found = answers(madeUpSuite(groups)).find((answer) => answer.id === id);
  if (found === undefined) throw new Error(`no answer ${id}`);
  return Answer.parse(found).text;
}

describe('answers', () => {
  it('answer the suite’s question first', () => {
    const [first] = answers(madeUpSuite([sensor]));
    expect(first).toEqual({
      id: 'best-subject',
      question: 'Which?',
      text: 'Over a Unix socket, by message size: 64 B: Coalesced.',
      table: 'by-workload',
    });
  });

  it('say how much faster the winner is, with its interval', () => {
    expect(textOf([sensor], 'sensor-data')).toBe(
      'Sensor data, under 1 KB: at 64 B Coalesced is best, 16 times as fast as Original (95 % interval 10 to 20).',
    );
  });

  it('name a tie and a winner that the baseline cannot be told from', () => {
    const even: MadeUpGroup = {
      ...sensor,
      subjects: { gathered: time(100), original: time(101) },
      ratios: [['gathered', 'original', 0.99, 0.97, 1.01, 'tie']],
    };
    expect(textOf([even], 'sensor-data')).toBe(
      'Sensor data, under 1 KB: at 64 B Gathered and Original are a tie for the best, of which Gathered has the lowest median, and could not be told apart from Original.',
    );
  });

  it('say what was not measured', () => {
    expect(textOf([sensor], 'streaming')).toBe(
      'Streaming, mixed sizes: not measured in this run (profile standard).',
    );
    expect(textOf([], 'best-subject')).toBe(
      'Over a Unix socket: not measured in this run (profile standard).',
    );
    expect(textOf([], 'published-figures')).toBe(
      'The published ratios: not measured in this run (profile standard).',
    );
  });

  it('count the published ratios and the targets', () => {
    const memory: MadeUpGroup = {
      scenario: 'write-memory',
      axis: 'size',
      value: 1024,
      subjects: { original: time(700), optimized: time(200), hybrid: time(700) },
      ratios: [
        ['optimized', 'original', 0.28, 0.27, 0.29, 'better'],
        ['hybrid', 'original', 1, 0.98, 1.02, 'tie'],
      ],
    };
    expect(textOf([memory], 'published-figures')).toBe(
      'Of 2 published ratios measured in this run, 0 replicate, 0 have the same direction but another size, 2 do not replicate, and 0 cannot be decided.',
    );
    expect(textOf([sensor], 'targets')).toBe(
      '1 of 4 targets are met, 0 missed, and 3 not decided by this run.',
    );
  });

  it.each([[[]], [[sensor]]])('rest on tables that the suite has', (groups) => {
    const measured = madeUpSuite(groups);
    const tables = suite.tables!(measured);
    const ids = tables.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { table } of suite.answers!(measured, tables)) expect(ids).toContain(table);
  });
});
