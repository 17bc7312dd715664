import { describe, expect, it } from 'vitest';
import { Answer } from '../../../results/schema.ts';
import { Table } from '../../../results/tables.ts';
import suite from '../suite.ts';
import { answers } from './answers.ts';
import { type MadeUpGroup, madeUpSuite } from './testing/made-up-suite.ts';

const blocks = (value: number) =>
  Array.from({ length: 9 }, (_, block) => value * (1 + block / 100));
const rate = (value: number) => ({
  'request-rate': blocks(value),
  latency: blocks(1e6 / value),
});

const page = (way: string, depth: string, value: number): MadeUpGroup => ({
  scenario: 'db-pagination',
  parameters: { way, depth },
  subjects: { express: rate(value), fastify: rate(value * 2) },
  contrast: { axis: 'way', baseline: 'offset' },
});

const pagination = [
  page('offset', 'first', 100),
  page('offset', 'last', 50),
  page('cursor', 'first', 100),
  page('cursor', 'last', 100),
];

const flow = (layer: string, value: number): MadeUpGroup => ({
  scenario: 'real-world-flow',
  parameters: { 'data-layer': layer },
  subjects: { express: rate(value) },
});

type Ratio = Extract<Table['rows'][number][number], { kind: 'ratio' }>;

/** A contrast table of Express, as the analysis names and lays it out. */
function contrastTable(
  table: Table,
  depth: string,
  cursor: Pick<Ratio, 'value' | 'low' | 'high' | 'verdict'>,
): Table {
  const ratio = (of: typeof cursor): Ratio => ({ kind: 'ratio', n: 9, caveats: [], ...of });
  const rows: [string, Ratio][] = [
    ['offset', ratio({ value: 1, low: null, high: null, verdict: 'baseline' })],
    ['cursor', ratio(cursor)],
  ];
  return {
    ...table,
    id: `db-pagination-way-contrast-depth-${depth}`,
    title: `Pages, all of them: against way offset, depth ${depth}`,
    scenario: 'db-pagination',
    columns: ['axis-way', 'express', 'express-ratio'].map((id) => ({
      id,
      title: id,
      unit: null,
      metric: null,
    })),
    rows: rows.map(([way, cell]) => [
      { kind: 'text', text: way },
      { kind: 'value', value: 1, low: null, high: null, n: 9, caveats: [] },
      cell,
    ]),
  };
}

function answersOf(groups: MadeUpGroup[]) {
  const measured = madeUpSuite(groups);
  const tables = suite.tables!(measured);
  for (const table of tables) {
    expect(Table.parse(table)).toEqual(table);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  }
  const own = measured.suite.scenarios.map(
    ({ id }): Table => ({
      ...tables[0]!,
      id: `${id}-overview`,
      scenario: id,
    }),
  );
  const pages = measured.suite.scenarios.some(({ id }) => id === 'db-pagination');
  const contrasts = pages
    ? [
        contrastTable(tables[0]!, 'first', { value: 1.1, low: 1.01, high: 1.3, verdict: 'tie' }),
        contrastTable(tables[0]!, 'last', { value: 2, low: 1.8, high: 2.25, verdict: 'better' }),
      ]
    : [];
  const ids = [...own, ...contrasts, ...tables].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const found = answers(measured, [...own, ...contrasts, ...tables]);
  for (const answer of found) {
    expect(Answer.parse(answer)).toEqual(answer);
    expect(ids).toContain(answer.table);
  }
  return found;
}

const textOf = (groups: MadeUpGroup[], id: string) =>
  answersOf(groups).find((answer) => answer.id === id)?.text;

describe('answers', () => {
  it('say of an empty run that nothing was measured', () => {
    expect(answersOf([]).map(({ text }) => text)).toEqual([
      'Frameworks: not measured in this run (profile standard).',
      'The published ratios: not measured in this run (profile standard).',
    ]);
  });

  it('answer the suite’s question first', () => {
    const [first] = answersOf([
      { scenario: 'lightweight', parameters: { users: 50 }, subjects: { express: rate(1) } },
    ]);
    expect(first).toEqual({
      id: 'best-framework',
      question: 'Which?',
      text: 'Light requests: Express.',
      table: 'guide',
    });
  });

  it('give the contrast of a scenario’s axis as its tables have it, at every other value', () => {
    expect(textOf(pagination, 'db-pagination')).toBe(
      'Requests per second with Express, against offset: cursor (depth first) not told apart (1.1 times, 95 % interval 1.01 to 1.3); cursor (depth last) 2 times (95 % interval 1.8 to 2.25).',
    );
  });

  it('give the cost of the data layer by subject', () => {
    expect(textOf([flow('sql', 200), flow('orm', 150)], 'data-layer')).toBe(
      'real-world-flow, requests per second through the ORM over those with SQL: Express 0.75 times (95 % interval 0.75 to 0.75).',
    );
    expect(textOf([flow('sql', 200)], 'data-layer')).toBeUndefined();
  });

  it('count what replicates', () => {
    expect(textOf(pagination, 'published-figures')).toMatch(
      /^Of 2 comparisons with published ratios, 0 replicate, 2 have the same direction/,
    );
  });
});
