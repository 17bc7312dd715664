import type { Case } from '../results/cases.ts';
import type { Metric } from '../results/schema.ts';
import type { Cell, Column } from '../results/tables.ts';
import { clip } from './clip.ts';
import { valueCell } from './table-cells.ts';

/** A column before it has an id, and what it shows of a case. */
export interface MetricColumn {
  name: string;
  column: Omit<Column, 'id'>;
  cellOf(one: Case): Cell;
}

const usual = [50, 99] as const;

/** One column for a number; for a histogram one for each percentile that the metric has shown. */
export function metricColumns(metric: Metric): MetricColumn[] {
  const column = { title: metric.title, unit: metric.unit, metric: metric.id };
  if (metric.kind === 'number') {
    return [{ name: metric.id, column, cellOf: (one) => valueCell(one, metric) }];
  }
  return (metric.percentiles ?? usual).map((percentile) => {
    const name = percentile === 100 ? 'max' : `p${percentile}`;
    return {
      name: `${metric.id}-${name}`,
      column: { ...column, title: `${clip(metric.title, 180)}, ${name}` },
      cellOf: (one) => valueCell(one, metric, percentile === 50 ? undefined : percentile),
    };
  });
}
