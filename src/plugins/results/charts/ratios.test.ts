import { expect, test } from 'vitest';
import type { Cell, Table } from '../../../../bench-runner/results/tables.ts';
import { isContrast, ratioCharts } from './ratios.ts';

function ratio(value: number, verdict: 'better' | 'worse' | 'tie' | 'baseline' = 'better'): Cell {
  return { kind: 'ratio', value, low: value * 0.9, high: value * 1.1, n: 10, verdict, caveats: [] };
}

function contrast(rows: Cell[][], title = 'Pages: against method offset'): Table {
  const column = (id: string, name: string) => ({ id, title: name, unit: null, metric: null });
  return {
    id: 'pages-method-contrast',
    title,
    caption: '',
    scenario: 'pages',
    columns: [
      column('axis-method', 'Method'),
      column('express', 'Express'),
      column('express-ratio', 'Express, ratio to offset'),
      column('hono', 'Hono'),
      column('hono-ratio', 'Hono, ratio to offset'),
    ],
    rows,
    noiseFloor: null,
    detectableRatio: null,
    caveats: [],
  };
}

const rates = {
  metric: { title: 'Requests per second', better: 'higher' },
  subjects: ['Express', 'Fastify', 'Hono'],
} as const;
const text = (of: string): Cell => ({ kind: 'text', text: of });
const rate: Cell = { kind: 'value', value: 100, low: null, high: null, n: 10, caveats: [] };
const failed: Cell = { kind: 'absent', reason: 'failed' };
const row = (name: string, express: Cell, hono: Cell) => [text(name), rate, express, rate, hono];

test('a row of points for each row of the table, without its baseline and what is missing', () => {
  const table = contrast([
    row('offset', ratio(1, 'baseline'), ratio(1, 'baseline')),
    row('cursor', ratio(1.1), ratio(1.2)),
    row('keyset', ratio(8), failed),
  ]);
  expect(ratioCharts([table], 'pages', rates)).toMatchObject([
    {
      kind: 'ratios',
      title: 'Pages: against method offset',
      series: [
        { label: 'Express', mark: 0 },
        { label: 'Hono', mark: 2 },
      ],
      logarithmic: true,
      rows: [
        { label: 'cursor', ratios: [{ value: 1.1 }, { value: 1.2 }] },
        { label: 'keyset', ratios: [{ value: 8 }, null] },
      ],
    },
  ]);
});

test('tables of a scenario share a chart, their rows told apart by what the titles differ in', () => {
  const at = (page: string) =>
    contrast([row('cursor', ratio(1.1), ratio(0.9))], `Pages: against method offset, page ${page}`);
  const [chart, ...others] = ratioCharts([at('1'), at('100')], 'pages', rates);
  expect(others).toEqual([]);
  expect(chart?.title).toBe('Pages: against method offset');
  expect(chart?.rows.map(({ label }) => label)).toEqual(['cursor, page 1', 'cursor, page 100']);
  expect(chart?.logarithmic).toBe(false);
});

test('no chart of a table without ratios, or with more rows than can be read', () => {
  expect(ratioCharts([contrast([row('cursor', failed, failed)])], 'pages', rates)).toEqual([]);
  expect(ratioCharts([], 'pages', rates)).toEqual([]);
  const many = Array.from({ length: 25 }, () => row('cursor', ratio(2), ratio(3)));
  expect(ratioCharts([contrast(many)], 'pages', rates)).toEqual([]);
  const thirteen = contrast(many.slice(0, 13), 'Pages: against method offset, page 1');
  const charts = ratioCharts(
    [thirteen, { ...thirteen, id: 'pages-method-contrast-2' }],
    'pages',
    rates,
  );
  expect(new Set(charts.map(({ id }) => id)).size).toBe(2);
});

test('a contrast is known by its id', () => {
  expect(isContrast({ id: 'db-read-data-layer-contrast' })).toBe(true);
  expect(isContrast({ id: 'db-read-data-layer-contrast-size-1' })).toBe(true);
  expect(isContrast({ id: 'contrasts' })).toBe(false);
});
