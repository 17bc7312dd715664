import { expect, it } from 'vitest';
import type { Table } from '../../../../bench-runner/results/tables.ts';
import { tableSection } from './table.ts';

const table: Table = {
  id: 'write',
  title: 'Writes <b>',
  caption: 'Lower is better.',
  scenario: 'write',
  columns: [
    { id: 'rank', title: 'Rank', unit: null, metric: null },
    { id: 'subject', title: 'Subject', unit: null, metric: null },
    { id: 'time', title: 'Time', unit: 'ns/op', metric: 'time' },
    { id: 'ratio', title: 'Against plain', unit: null, metric: 'time' },
  ],
  rows: [
    [
      { kind: 'rank', rank: 1, tied: true },
      { kind: 'text', text: 'pooled & <i>' },
      { kind: 'value', value: 79, low: 78, high: 80, n: 12, caveats: ['few-trials'] },
      { kind: 'ratio', value: 0.76, low: 0.74, high: 0.78, n: 12, verdict: 'better', caveats: [] },
    ],
    [
      { kind: 'rank', rank: 1, tied: true },
      { kind: 'text', text: 'foreign' },
      { kind: 'absent', reason: 'skipped: no go' },
      { kind: 'absent', reason: 'skipped: no go' },
    ],
  ],
  noiseFloor: 1.02,
  detectableRatio: 1.05,
  caveats: [],
};

const section = (of: Table) =>
  tableSection(
    { table: of, fingerprint: 'a'.repeat(64), reference: '1.0/s/write', citePath: '/cite/#write' },
    { kind: 'not-measured' },
  ).markup;

it('says of each figure its interval, n, verdict, ties and caveats', () => {
  const markup = section(table);
  expect(markup).toContain('<td>1= <small>tie</small></td>');
  expect(markup).toContain('<th scope="row">pooled &amp; &lt;i&gt;</th>');
  expect(markup).toMatch(
    /<td class="n">79\.0 <a class="mark" href="#write_few-trials" title="Few trials">a<\/a> <small>78\.0 to 80\.0, n = 12<\/small><\/td>/,
  );
  expect(markup).toMatch(/0\.76\d*× <b class="better">better<\/b> <small>0\.74\d*× to 0\.78/);
  expect(markup).toContain('<small>skipped: no go</small>');
  expect(markup).toContain('id="write_few-trials"');
  expect(markup).toContain('<code>aaaaaaaaaaaa</code>');
  expect(markup).not.toContain('<b>W');
});

it('says that a table has no rows', () => {
  expect(section({ ...table, rows: [] })).toContain('The table has no rows in this version.');
});
