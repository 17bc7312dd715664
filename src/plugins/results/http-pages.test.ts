import { describe, expect, it } from 'vitest';
import { ResultDocument, type Scenario } from '../../../bench-runner/results/schema.ts';
import { exampleDocument } from '../../../bench-runner/results/testing/example-document.ts';
import { chartsOf } from './charts/of-scenario.ts';
import { coverageMatrix } from './coverage-matrix.ts';
import { downloads } from './downloads.ts';
import { collectSeries } from './series/collect.ts';
import { standings } from './standings.ts';
import { suitePage } from './suite-page.ts';
import { httpDocument } from './testing/http-document.ts';

// Making the document takes seconds on a busy machine.
const document = httpDocument();

function scenario(id: string, of: ResultDocument = document): Scenario {
  const found = of.suite.scenarios.find((one) => one.id === id);
  if (!found) throw new Error(`no scenario ${id}`);
  return found;
}

it('is made from a valid document with all that pages have to show', () => {
  expect(ResultDocument.parse(document)).toEqual(document);
  expect(new Set(document.cases.map(({ status }) => status))).toEqual(
    new Set(['measured', 'failed', 'skipped']),
  );
});

describe('the coverage matrix', () => {
  const { subjects, reasons, categories } = coverageMatrix('1.0', document);
  const row = (title: string) =>
    categories.flatMap(({ rows }) => rows).find((one) => one.title === title);

  it('groups scenarios by category, in the order of the suite', () => {
    expect(categories.map(({ title, rows }) => [title, rows.length])).toEqual([
      ['Basic', 8],
      ['DB advanced', 7],
      ['Caching', 3],
      ['Real world', 4],
      ['Stress', 2],
      ['Mixed', 1],
    ]);
  });

  it('counts the cases of each subject and tells each reason once', () => {
    expect(subjects.at(-1)).toBe('Hono');
    const hono = row('Pages by offset and by cursor')?.cells.at(-1);
    expect(hono).toMatchObject({ planned: 6, measured: 4, failed: 2 });
    expect(hono?.why.map(({ reason, cases }) => [reasons[reason]?.stage, cases])).toEqual([
      ['check', 2],
    ]);
    const skipped = reasons.filter(({ stage }) => stage === null);
    expect(skipped.map(({ remedy }) => remedy)).toEqual(['Install one of them, or set REDIS_URL.']);
    expect(row('Writes beside a cache')?.cells.map(({ measured }) => measured)).toEqual(
      subjects.map(() => 0),
    );
  });

  it('has one nameless category where the suite names none', () => {
    const example = coverageMatrix('1.0', exampleDocument());
    expect(example.categories.map(({ title, rows }) => [title, rows.length])).toEqual([[null, 2]]);
  });
});

describe('standings', () => {
  const found = standings('1.0', document);
  const row = (title: string) =>
    found?.categories.flatMap(({ rows }) => rows).find((one) => one.title === title);
  const of = (title: string, subject: string) =>
    row(title)?.cells[found?.subjects.indexOf(subject) ?? -1];

  it('tell who was not beaten, and who shares the first place', () => {
    expect(of('Health check', 'Fastify')).toEqual({ ranked: 1, first: 1, tied: 1 });
    expect(of('Health check', 'Hono')).toEqual({ ranked: 1, first: 1, tied: 1 });
    expect(of('Health check', 'Express')).toEqual({ ranked: 1, first: 0, tied: 0 });
  });

  it('hold nothing of a subject that failed, and no row of a scenario that was skipped', () => {
    expect(of('Upload of a file', 'NestJS on Express')).toBeNull();
    expect(row('Writes beside a cache')).toBeUndefined();
  });

  it('count the comparisons of a scenario, and of each subject those it took part in', () => {
    expect(row('Pages by offset and by cursor')?.comparisons).toBe(6);
    expect(of('Pages by offset and by cursor', 'Hono')?.ranked).toBe(4);
  });

  it('are left out of a suite with a single scenario that compares', () => {
    expect(standings('1.0', exampleDocument())).toBeNull();
  });
});

describe('charts of a scenario under load', () => {
  const charts = chartsOf(document, scenario('lightweight'));

  it('show its rate, its rate against a tail of its latency, and its distribution', () => {
    expect(charts.map(({ kind }) => kind)).toEqual(['bars', 'scatter', 'curves']);
  });

  it('take the 95th percentile against throughput, as the table has it', () => {
    const scatter = charts.find(({ kind }) => kind === 'scatter');
    if (scatter?.kind !== 'scatter') throw new Error('no points');
    expect(scatter.y).toMatchObject({ title: 'Latency, p95', unit: 'µs' });
    expect(scatter.points).toHaveLength(6);
    const one = document.cases.find(({ key }) => key === 'lightweight/-/express');
    if (one?.status !== 'measured') throw new Error('not measured');
    const p95 = one.summaries.latency?.percentiles?.find(({ percentile }) => percentile === 95);
    expect(scatter.points[0]?.y.value).toBe(p95?.value);
    expect(scatter.points[0]?.x.value).toBe(one.summaries['request-rate']?.median);
  });

  it('end a distribution in the largest of all values', () => {
    const curves = charts.find(({ kind }) => kind === 'curves');
    if (curves?.kind !== 'curves') throw new Error('no curves');
    const [express] = curves.curves;
    expect(express?.points[0]?.percentile).toBe(50);
    expect(express?.points.every(({ percentile }) => percentile < 100)).toBe(true);
    // Ten trials of a thousand requests.
    expect(express?.largest?.of).toBe(10_000);
    expect(express?.largest?.value).toBeGreaterThanOrEqual(express?.points.at(-1)?.value ?? 0);
  });

  it('leave throughput against latency out where a scenario has no rate', () => {
    const example = exampleDocument();
    const kinds = chartsOf(example, scenario('round-trip', example)).map(({ kind }) => kind);
    expect(kinds).toEqual(['bars', 'curves']);
  });
});

describe('series', () => {
  const { charts, file } = collectSeries(document, scenario('spike-traffic'));

  it('have a chart for each thing that was followed, and their figures in a file of their own', () => {
    expect(charts.map(({ title, unit }) => [title, unit])).toEqual([
      ['Virtual users', 'users'],
      ['Requests per second', 'requests/s'],
      ['Latency, median', 'µs'],
      ['Latency, 95th percentile', 'µs'],
      ['Memory of the server', 'MB'],
    ]);
    expect(Object.keys(file)).toEqual(charts.map(({ id }) => id));
  });

  it('join trials that began a little apart: median, smallest and largest, controls left out', () => {
    const rate = file['over-time-request-rate-1'];
    expect(rate?.step).toBe(1);
    expect(rate?.seconds).toHaveLength(60);
    expect(rate?.lines.map(({ trials }) => trials)).toEqual([3, 3, 3, 3, 3, 3]);
    for (const { low, median, high } of rate?.lines ?? []) {
      for (const [at, middle] of median.entries()) {
        expect(low[at]).toBeLessThanOrEqual(middle ?? Number.NaN);
        expect(high[at]).toBeGreaterThanOrEqual(middle ?? Number.NaN);
      }
    }
  });

  it('keep a gap where nothing was seen', () => {
    const nestjs = file['over-time-latency-p50-1']?.lines.find(({ label }) =>
      label.startsWith('NestJS on Fastify'),
    );
    expect(nestjs?.median[30]).toBeNull();
    expect(nestjs?.low[30]).toBeNull();
    expect(nestjs?.median[29]).not.toBeNull();
  });

  it('can be downloaded whole, a line for each moment of each trial', () => {
    const files = new Map(downloads('1.0', document));
    const path = '/results/1.0/http/spike-traffic/series.csv';
    const [heading, first, ...rest] = (files.get(path) ?? '').trimEnd().split('\r\n');
    expect(heading).toBe(
      'subject,block,position,role,start_seconds,users (users),request-rate (requests/s),latency-p50 (µs),latency-p95 (µs),server-memory (MB)',
    );
    expect(first).toMatch(/^express,0,0,subject,0,10,[\d.]+,[\d.]+,[\d.]+,84$/);
    // Six subjects and the control of one, three blocks, sixty moments.
    expect(rest).toHaveLength(7 * 3 * 60 - 1);
    const gap = rest.find((line) => line.startsWith('nestjs,0,3,subject,30,'));
    expect(gap?.split(',')[7]).toBe('');
    expect([...files.keys()].filter((name) => /lightweight.*series/.test(name))).toEqual([]);
  });
});

it('leaves what failed cases printed to the pages of their scenarios', () => {
  const version = {
    label: '1.0',
    title: '1.0',
    live: true,
    heads: [document],
    documents: [document],
  };
  const { coverage } = suitePage(version, document);
  expect(coverage.failed).toHaveLength(3);
  expect(coverage.failed.every(({ detail }) => detail === null)).toBe(true);
});
