import { describe, expect, it } from 'vitest';
import { Table } from '../../../results/tables.ts';
import { publishedFiguresTable, publishedRows } from './published-figures.ts';
import { type MadeUpGroup, madeUpSuite } from './testing/made-up-suite.ts';

const blocks = (value: number) =>
  Array.from({ length: 7 }, (_, block) => value * (1 + block / 100));

const loading = (strategy: string, rate: number, postgres: number): MadeUpGroup => ({
  scenario: 'db-n-plus-one',
  parameters: { strategy, authors: 20, 'data-layer': 'sql' },
  subjects: {
    express: {
      'request-rate': blocks(rate),
      latency: blocks(1e6 / rate),
      'postgres-cpu': blocks(postgres),
    },
  },
});

const lightweight = (strict: number): MadeUpGroup => ({
  scenario: 'lightweight',
  parameters: { users: 50 },
  subjects: {
    express: { 'request-rate': blocks(11_300) },
    'express-strict': { 'request-rate': blocks(strict) },
  },
});

function rows(groups: MadeUpGroup[]) {
  const table = publishedFiguresTable(madeUpSuite(groups));
  expect(Table.parse(table)).toEqual(table);
  for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  return table.rows;
}

const rowOf = (groups: MadeUpGroup[], title: string) =>
  rows(groups).find(([first]) => first?.kind === 'text' && first.text === title)!;

const text = (value: string) => ({ kind: 'text', text: value });

describe('the published figures', () => {
  it('are those of the plan, as ratios of times', () => {
    const published = rows([]).map((row) => [2, 3].map((at) => row[at]));
    const values = published.map(([low, high]) =>
      [low, high].flatMap((cell) => (cell?.kind === 'reference' ? [cell.value.toFixed(2)] : [])),
    );
    expect(values).toEqual([
      ['1.76'],
      ['1.45'],
      ['4.13'],
      ['3.67'],
      ['1.10', '1.17'],
      ['7.00', '9.00'],
      ['1.60'],
      ['1.40'],
    ]);
  });

  it('are all absent, with the reason, where nothing was measured', () => {
    for (const row of rows([])) expect(row[7]).toMatchObject({ kind: 'absent', reason: /not / });
    expect(publishedRows(madeUpSuite([])).map(({ outcome }) => outcome)).toEqual(
      Array.from({ length: 8 }, () => undefined),
    );
  });

  it('stand beside our ratio of p95, which decides where p95 was published', () => {
    const row = rowOf(
      [loading('lazy', 250, 900), loading('eager', 1000, 300)],
      'p95, lazy over eager loading',
    );
    expect(row[4]).toEqual(text('Express'));
    expect(row[5]).toMatchObject({ kind: 'ratio', value: 4, verdict: 'worse', n: 7 });
    expect(row[6]).toMatchObject({ kind: 'ratio', value: 4, verdict: 'worse', n: 7 });
    expect(row[7]).toEqual(text('direction yes, size no: smaller here'));
  });

  it('give what this run tells of why', () => {
    const row = rowOf(
      [loading('lazy', 250, 900), loading('eager', 1000, 300)],
      'p95, lazy over eager loading',
    );
    expect(row[8]).toEqual(text('A request: PostgreSQL’s CPU time 927 against 309 µs.'));
  });

  it('replicate strictness where our interval overlaps the range published', () => {
    const title = 'Time, strict over pragmatic architecture';
    expect(rowOf([lightweight(10_000)], title)[7]).toEqual(text('yes'));
    expect(rowOf([lightweight(11_290)], title)[7]).toEqual(text('no: not found here'));
    expect(rowOf([lightweight(12_000)], title)[7]).toEqual(text('no: the other way round here'));
  });

  it('has the row of every subject that was measured on both sides', () => {
    const both = [loading('lazy', 250, 900), loading('subquery', 900, 300)].map((group) => ({
      ...group,
      subjects: { ...group.subjects, fastify: group.subjects.express! },
    }));
    const found = rows(both).filter(
      ([first]) => first?.kind === 'text' && first.text === 'p95, lazy over subquery loading',
    );
    expect(found.map((row) => row[4])).toEqual([text('Express'), text('Fastify')]);
  });
});
