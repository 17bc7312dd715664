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

/** One column for a number; the 50th and 99th percentile for a histogram. */
export function metricColumns(metric: Metric): MetricColumn[] {
  const column = { title: metric.title, unit: metric.unit, metric: metric.id };
  if (metric.kind === 'number') {
    return [{ name: metric.id, column, cellOf: (one) => valueCell(one, metric) }];
  }
  const percentile = (p: number, of: number | undefined): MetricColumn => ({
    name: `${metric.id}-p${p}`,
    column: { ...column, title: `${clip(metric.title, 180)}, p${p}` },
    cellOf: (one) => valueCell(one, metric, of),
  });
  return [percentile(50, undefined), percentile(99, 99)];
}
