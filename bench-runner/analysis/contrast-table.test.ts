import { expect, test } from 'vitest';
import type { Cell, Table } from '../results/tables.ts';
import { analyse } from './analyse.ts';
import type { RawCase } from './raw-document.ts';
import { measured, rawDocument, scenario, trials } from './testing/raw-document.ts';

const ways = { id: 'way', title: 'Way', unit: null, values: ['offset', 'cursor', 'keyset'] };
const depths = { id: 'depth', title: 'Depth', unit: null, values: [1, 100] };
const pages = scenario({
  id: 'pages',
  title: 'Pages',
  axes: [ways],
  contrast: { axis: 'way', baseline: 'offset' },
});
const deepPages = { ...pages, axes: [depths, ways] };

/** Blocks that drift alike for everything. */
const times = (factor: number, count = 12) =>
  Array.from({ length: count }, (_, block) => (100 + 10 * block) * factor);

const contrasts = (cases: RawCase[], of = pages) =>
  analyse(rawDocument(cases, { scenarios: [of] })).tables.filter(({ id }) =>
    id.includes('contrast'),
  );

const one = (tables: Table[]): Table => {
  expect(tables).toHaveLength(1);
  return tables[0] as Table;
};

const inShort = (cell: Cell | undefined) => {
  if (cell?.kind === 'ratio') return `${cell.value} ${cell.verdict}`;
  if (cell?.kind === 'value') return cell.value;
  if (cell?.kind === 'text') return cell.text;
  return cell?.kind === 'absent' ? cell.reason : cell?.kind;
};

const failedAt = (way: string, subject: string): RawCase => ({
  key: `pages/way=${way}/${subject}`,
  scenario: 'pages',
  parameters: { way },
  subject,
  status: 'failed',
  stage: 'check',
  message: 'a page was wrong',
  detail: null,
});

const plain = (way: string, factor: number, floor = 1) =>
  measured('plain', trials(times(factor), times(factor * floor)), { way }, pages);
const pooled = (way: string, factor: number, count = 12) =>
  measured('pooled', trials(times(factor, count)), { way }, pages);

test('each subject’s values are compared with its own at the baseline, whatever drifted', () => {
  const table = one(
    contrasts([
      plain('offset', 1),
      pooled('offset', 0.5),
      plain('cursor', 0.5),
      pooled('cursor', 0.5),
      plain('keyset', 2),
      failedAt('keyset', 'pooled'),
    ]),
  );
  expect(table).toMatchObject({
    id: 'pages-way-contrast',
    title: 'Pages: against way offset',
    scenario: 'pages',
    noiseFloor: 1,
    detectableRatio: 1,
  });
  expect(table.columns.map(({ id, title, unit }) => [id, title, unit])).toEqual([
    ['axis-way', 'Way', null],
    ['plain', 'Plain', 'ns/op'],
    ['plain-ratio', 'Plain, ratio to offset', null],
    ['pooled', 'Pooled', 'ns/op'],
    ['pooled-ratio', 'Pooled, ratio to offset', null],
  ]);
  const failed = 'failed (check): a page was wrong';
  expect(table.rows.map((row) => row.map(inShort))).toEqual([
    ['offset', 155, '1 baseline', 77.5, '1 baseline'],
    ['cursor', 77.5, '0.5 better', 77.5, '1 tie'],
    ['keyset', 310, '2 worse', failed, failed],
  ]);
  expect(table.rows[1]?.[2]).toMatchObject({ low: 0.5, high: 0.5, n: 12 });
  expect(table.caption).toBe(
    'One operation is one message written. Shown is Time per operation (ns/op; lower is better). ' +
      'Values are medians of 12 trials with 95 % intervals from order statistics. ' +
      'Each subject is compared with itself at way offset: ratios are medians over 12 blocks with bootstrap intervals. ' +
      'Parameters take turns within a block, so that what is compared was measured some time apart. ' +
      'All 3 ratios are tested with Holm’s correction. ' +
      'Measured twice in each block, the baseline differed from itself by up to 1× (the largest A/A noise floor). ' +
      'The smallest difference that could have been told from a tie is 1×.',
  );
});

test('the larger noise floor of the two groups holds a difference back', () => {
  const verdictAt = (atOffset: number, atCursor: number) =>
    inShort(
      one(contrasts([plain('offset', 1, atOffset), plain('cursor', 1.2, atCursor)])).rows[1]?.[2],
    );
  expect(verdictAt(1, 1)).toBe('1.2 worse');
  expect(verdictAt(1.25, 1)).toBe('1.2 tie');
  expect(verdictAt(1, 1.25)).toBe('1.2 tie');
});

test('without an A/A pair in one of the groups nothing is decided', () => {
  const table = one(
    contrasts([
      plain('offset', 1),
      measured('plain', trials(times(3)), { way: 'cursor' }, pages),
      plain('keyset', 3),
    ]),
  );
  expect(table.rows.map((row) => inShort(row[2]))).toEqual([
    '1 baseline',
    '3 undecided',
    '3 worse',
  ]);
});

test('Holm’s correction is over the whole table: eight blocks do for six ratios, not for seven', () => {
  // All of eight ratios on one side: p = 2^-7; 6 × 2^-7 = 0.047, 7 × 2^-7 = 0.055.
  const values = ['offset', 'a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const wide = { ...pages, axes: [{ ...ways, values }] };
  const verdicts = (count: number) =>
    one(
      contrasts(
        values.slice(0, count + 1).map((way) => {
          const figures = times(way === 'offset' ? 1 : 3, 8);
          return measured('plain', trials(figures, figures), { way }, wide);
        }),
        wide,
      ),
    )
      .rows.slice(1)
      .map((row) => inShort(row[2]));
  expect(verdicts(6)).toEqual(Array(6).fill('3 worse'));
  expect(verdicts(7)).toEqual(Array(7).fill('3 undecided'));
});

test('higher is better where the metric says so', () => {
  const rate = { ...pages, metrics: ['throughput'] };
  const at = (way: string, factor: number) =>
    measured('plain', trials(times(factor), times(factor), 'throughput'), { way }, rate);
  const table = one(contrasts([at('offset', 1), at('cursor', 2)], rate));
  expect(inShort(table.rows[1]?.[2])).toBe('2 better');
});

test('a table for each combination of the other axes that has the baseline and something else', () => {
  const at = (depth: number, way: string, factor: number) =>
    measured('plain', trials(times(factor), times(factor)), { depth, way }, deepPages);
  const all = [at(1, 'cursor', 1), at(1, 'offset', 1), at(100, 'offset', 9), at(100, 'cursor', 1)];
  const tables = contrasts(all, deepPages);
  expect(tables.map(({ id, title }) => [id, title])).toEqual([
    ['pages-way-contrast-depth-1', 'Pages: against way offset, depth 1'],
    ['pages-way-contrast-depth-100', 'Pages: against way offset, depth 100'],
  ]);
  expect(tables[0]?.rows.map(([first]) => inShort(first))).toEqual(['offset', 'cursor']);
  expect(contrasts(all.slice(0, 3), deepPages).map(({ id }) => id)).toEqual([
    'pages-way-contrast-depth-1',
  ]);
});

test('there is none without a contrast, without its baseline, or with the baseline alone', () => {
  const { contrast: _, ...without } = pages;
  expect(contrasts([plain('offset', 1), plain('cursor', 2)], without)).toEqual([]);
  expect(contrasts([plain('cursor', 1), plain('keyset', 2)])).toEqual([]);
  expect(contrasts([plain('offset', 1)])).toEqual([]);
  expect(contrasts([failedAt('offset', 'plain'), plain('cursor', 2)])).toEqual([]);
});

test('a subject without a figure at the baseline has values and says why it has no ratio', () => {
  const table = one(
    contrasts([
      plain('offset', 1),
      plain('cursor', 2),
      failedAt('offset', 'pooled'),
      pooled('cursor', 1),
    ]),
  );
  expect(table.rows[1]?.slice(3).map(inShort)).toEqual([155, 'no ratio: not measured at offset']);
});
