import type { Metric } from '../../../../bench-runner/results/schema.ts';

/** A figure with its 95 % interval, where there is one. */
export interface Estimate {
  value: number;
  low: number | null;
  high: number | null;
}

interface Figure {
  id: string;
  title: string;
}

export interface Bar extends Estimate {
  label: string;
  n: number;
  /** `1`, or `2=` where it could not be told from its neighbours; null without comparison. */
  rank: string | null;
}

/** The first metric of a scenario, a bar a subject. */
export interface BarChart extends Figure {
  kind: 'bars';
  metric: string;
  unit: string;
  better: Metric['better'];
  logarithmic: boolean;
  bars: Bar[];
}

/** A percentile with the interval of its estimate. */
export interface Percentile extends Estimate {
  percentile: number;
}

/** What a subject is drawn as: the same mark and colour in all charts of a suite. */
interface Marked {
  label: string;
  /** The subject's place in the suite. */
  mark: number;
}

export interface Curve extends Marked {
  points: Percentile[];
  /** The largest value of all trials, and how many values it is the largest of. */
  largest: { value: number; of: number } | null;
}

/** Latency against the share of operations that stayed below it, a line a subject. */
export interface CurveChart extends Figure {
  kind: 'curves';
  metric: string;
  unit: string;
  logarithmic: boolean;
  curves: Curve[];
}

export interface Scale {
  title: string;
  unit: string;
  logarithmic: boolean;
}

/** Throughput against latency, a point a subject. */
export interface ScatterChart extends Figure {
  kind: 'scatter';
  x: Scale;
  y: Scale;
  points: (Marked & { x: Estimate; y: Estimate })[];
}

/** Ratios of a table, a row of points for each of its rows. */
export interface RatioChart extends Figure {
  kind: 'ratios';
  metric: string;
  better: Metric['better'];
  /** What the points of a row stand for, in their order: the table's columns of ratios. */
  series: Marked[];
  rows: { label: string; ratios: (Estimate | null)[] }[];
  logarithmic: boolean;
}

/** How something went over the measured time, a line a subject; fetched when it comes into view. */
export interface SeriesChart extends Figure {
  kind: 'series';
  unit: string;
  /** In words; empty where the scenario has no axes. */
  parameters: string;
}

export interface SeriesLine extends Marked {
  /** Median of all trials at each moment; null where none of them has a value. */
  median: (number | null)[];
  /** Smallest and largest value of any trial. */
  low: (number | null)[];
  high: (number | null)[];
  trials: number;
}

/** The figures of a series chart. */
export interface SeriesData {
  /** Moments from the beginning of the measurement, in s: the beginnings of equal slices. */
  seconds: number[];
  /** Length of a slice in s. */
  step: number;
  lines: SeriesLine[];
}

/** By the chart's id: a file beside the page, so that a page without a look at it stays small. */
export type SeriesFile = Record<string, SeriesData>;

/** Charts whose figures come with the page. */
export type PageChart = BarChart | CurveChart | ScatterChart | RatioChart;
export type Chart = PageChart | SeriesChart;
