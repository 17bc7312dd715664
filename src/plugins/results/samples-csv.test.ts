import { expect, test } from 'vitest';
import { exampleDocument } from '../../../bench-runner/results/testing/example-document.ts';
import { samplesCsv } from './samples-csv.ts';

const lines = (csv: string) => csv.trimEnd().split('\r\n');

test('every trial of a measured case has a line for each metric, controls included', () => {
  const [heading, first, ...rest] = lines(samplesCsv(exampleDocument(), 'write'));
  expect(heading).toBe(
    'axis:size,subject,block,position,role,started_at,duration_ms,retakes,metric,unit,value,count,histogram,cpu_seconds,peak_resident_bytes,foreign_cpu_share,steal_share',
  );
  expect(first).toBe(
    '1024,plain,0,0,subject,2026-11-20T09:35:00.000Z,500,0,time,ns/op,104,,,0.5,52428800,0.01,',
  );
  // Two sizes, three blocks: two trials of the baseline in each and one of the other subject.
  expect(rest).toHaveLength(2 * 3 * 3 - 1);
});

test('a histogram stands in Base64 beside the number of its values', () => {
  const [, first = ''] = lines(samplesCsv(exampleDocument(), 'round-trip'));
  const cells = first.split(',');
  expect(cells.slice(7, 10)).toEqual(['latency', 'µs', '']);
  expect(cells[10]).toBe('100');
  expect(cells[11]).toMatch(/^[A-Za-z0-9+/]+=*$/);
});

test('a unit with commas and quotes stays in one field', () => {
  const document = exampleDocument((content) => ({
    ...content,
    suite: {
      ...content.suite,
      metrics: content.suite.metrics.map((metric) => ({ ...metric, unit: 'a "b", c' })),
    },
  }));
  expect(lines(samplesCsv(document, 'write'))[1]).toContain(',time,"a ""b"", c",104,');
});
