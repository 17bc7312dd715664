import { formatNumber } from '../../../bench-runner/results/format.ts';
import type { Chart, Estimate } from '../../plugins/results/charts/types.ts';
import { changesUnit, formatQuantity } from './quantity.ts';

/** A chart in words, for readers who cannot see it. */
export function describe(chart: Chart): string {
  switch (chart.kind) {
    case 'bars': {
      const bars = chart.bars.map((bar) => `${bar.label} ${estimate(bar, formatNumber)}`);
      return `Bar chart: ${chart.title}. ${chart.metric} in ${chart.unit}; ${bars.join(', ')}. The table holds the same figures.`;
    }
    case 'curves': {
      const curves = chart.curves.map(({ label, points }) => {
        const last = points.at(-1);
        return last
          ? `${label} ${formatQuantity(last.value, chart.unit)} at ${last.percentile} %`
          : label;
      });
      return `Percentile curves: ${chart.title}. ${chart.metric}; ${curves.join(', ')}. The figures stand below.`;
    }
    case 'scatter': {
      const points = chart.points.map(
        ({ label, x, y }) =>
          `${label} ${formatQuantity(x.value, chart.x.unit)} at ${formatQuantity(y.value, chart.y.unit)}`,
      );
      return `Points: ${chart.title}. ${chart.x.title} against ${chart.y.title}; ${points.join(', ')}. The table holds the same figures.`;
    }
    case 'ratios': {
      const rows = chart.rows.map(({ label, ratios }) => {
        const told = ratios.flatMap((ratio, index) =>
          ratio
            ? `${chart.series[index]?.label} ${estimate(ratio, (value) => `${formatNumber(value)}×`)}`
            : [],
        );
        return `${label}: ${told.join(', ')}`;
      });
      return `Ratios of ${chart.metric}: ${chart.title}. ${rows.join('; ')}. The table holds the same figures.`;
    }
    case 'series':
      return `Lines over time: ${chart.title}. ${chart.parameters} The CSV file of the series holds the figures.`;
  }
}

function estimate({ value, low, high }: Estimate, write: (value: number) => string): string {
  return low === null || high === null
    ? write(value)
    : `${write(value)} (${write(low)} to ${write(high)})`;
}

/** What a chart's caption says beside its title: the metric, its unit and the scale. */
export function aboutScale(chart: Chart): string {
  const unit = (of: string) => (changesUnit(of) ? '' : `, ${of}`);
  switch (chart.kind) {
    case 'scatter': {
      const logarithmic = [chart.x, chart.y].filter((scale) => scale.logarithmic);
      const scales = logarithmic.length === 2 ? 'both scales' : `${logarithmic[0]?.title} scale`;
      return `${chart.y.title}${logarithmic.length > 0 ? `; ${scales} logarithmic` : ''}`;
    }
    case 'ratios':
      return `${chart.metric}, ratio${chart.logarithmic ? ', logarithmic scale' : ''}`;
    case 'series':
      return [chart.parameters, changesUnit(chart.unit) ? '' : chart.unit]
        .filter((part) => part !== '')
        .join(', ');
    default:
      return `${chart.metric}${unit(chart.unit)}${chart.logarithmic ? ', logarithmic scale' : ''}`;
  }
}

const barHeight = 30;
const axisHeight = 44;
const ratioHeight = 16;
const legendHeight = 56;

/** Height of a chart's frame in pixels: known before it is drawn. */
export function chartHeight(chart: Chart): number {
  if (chart.kind === 'bars') return chart.bars.length * barHeight + axisHeight;
  if (chart.kind !== 'ratios') return 320;
  const row = Math.max(barHeight, chart.series.length * ratioHeight);
  const legend = chart.series.length > 1 ? legendHeight : 0;
  return chart.rows.length * row + axisHeight + legend;
}
