import type { MeasuredCase, Series } from '../../../../bench-runner/results/cases.ts';
import type { ResultDocument, Scenario } from '../../../../bench-runner/results/schema.ts';
import { markedSubject, parameterSets } from '../charts/parameter-sets.ts';
import type { SeriesChart, SeriesData, SeriesFile, SeriesLine } from '../charts/types.ts';

/** A scenario's series by chart: what the page holds at once, and the file it fetches. */
export interface CollectedSeries {
  charts: SeriesChart[];
  file: SeriesFile;
}

/** How a scenario's cases went over time, a chart for each set of parameters and thing followed. */
export function collectSeries(document: ResultDocument, scenario: Scenario): CollectedSeries {
  const charts: SeriesChart[] = [];
  const file: SeriesFile = {};
  for (const { cases, number, title } of parameterSets(document, scenario)) {
    for (const id of seriesIds(cases)) {
      const followed = cases
        .map((one) => ({
          subject: markedSubject(document, one.subject),
          series: seriesOf(one, id),
        }))
        .filter(({ series }) => series.length > 0);
      const chart = `over-time-${id}-${number}`;
      charts.push({
        kind: 'series',
        id: chart,
        title: seriesTitle(id),
        parameters: scenario.axes.length > 0 ? title : '',
        unit: followed[0]?.series[0]?.unit ?? '',
      });
      file[chart] = seriesData(followed);
    }
  }
  return { charts, file };
}

const titles: Readonly<Record<string, string>> = {
  'request-rate': 'Requests per second',
  'latency-p50': 'Latency, median',
  'latency-p95': 'Latency, 95th percentile',
  'server-memory': 'Memory of the server',
  users: 'Virtual users',
};

function seriesTitle(id: string): string {
  const words = id.replaceAll('-', ' ');
  return titles[id] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

function seriesIds(cases: readonly MeasuredCase[]): string[] {
  const ids = cases.flatMap(({ trials }) =>
    trials.flatMap(({ series }) => Object.keys(series ?? {})),
  );
  return [...new Set(ids)];
}

/** Of the trials that count; the baseline's controls stand in the CSV file. */
function seriesOf({ trials }: MeasuredCase, id: string): Series[] {
  return trials.flatMap(({ role, series }) => (role === 'subject' ? (series?.[id] ?? []) : []));
}

/**
 * Trials begin their slices at moments that differ a little, so values are gathered in slices of
 * the usual length: for each slice the median, the smallest and the largest of all trials' values.
 */
function seriesData(followed: readonly { subject: Subject; series: Series[] }[]): SeriesData {
  const all = followed.flatMap(({ series }) => series);
  const gaps = all.flatMap(({ startSeconds }) =>
    startSeconds.slice(1).map((start, index) => start - (startSeconds[index] ?? 0)),
  );
  const step = rounded(median(gaps) ?? 1);
  const last = Math.max(0, ...all.flatMap(({ startSeconds }) => startSeconds));
  const slices = Math.round(last / step) + 1;
  return {
    step,
    seconds: Array.from({ length: slices }, (_, slice) => rounded(slice * step)),
    lines: followed.map(({ subject, series }) => line(subject, series, step, slices)),
  };
}

type Subject = Pick<SeriesLine, 'label' | 'mark'>;

function line(
  subject: Subject,
  series: readonly Series[],
  step: number,
  slices: number,
): SeriesLine {
  const values = Array.from({ length: slices }, (): number[] => []);
  for (const { startSeconds, values: seen } of series) {
    for (const [index, start] of startSeconds.entries()) {
      const value = seen[index];
      if (value !== null && value !== undefined) values[Math.round(start / step)]?.push(value);
    }
  }
  return {
    ...subject,
    trials: series.length,
    median: values.map((inSlice) => rounded(median(inSlice))),
    low: values.map((inSlice) => (inSlice.length > 0 ? rounded(Math.min(...inSlice)) : null)),
    high: values.map((inSlice) => (inSlice.length > 0 ? rounded(Math.max(...inSlice)) : null)),
  };
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}

/** Five digits are more than a chart can show. */
function rounded(value: number): number;
function rounded(value: number | null): number | null;
function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(5));
}
