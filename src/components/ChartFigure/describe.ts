import { formatNumber } from '../../../bench-runner/results/format.ts';
import type { Chart } from '../../plugins/results/page-data.ts';

/** A chart in words, for readers who cannot see it. */
export function describe(chart: Chart): string {
  const about = `${chart.title}. ${chart.metric} in ${chart.unit}`;
  if (chart.kind === 'bars') {
    const bars = chart.bars.map(({ label, value, low, high }) => {
      const interval =
        low === null || high === null ? '' : ` (${formatNumber(low)} to ${formatNumber(high)})`;
      return `${label} ${formatNumber(value)}${interval}`;
    });
    return `Bar chart: ${about}; ${bars.join(', ')}. The table holds the same figures.`;
  }
  const curves = chart.curves.map(({ label, points }) => {
    const last = points.at(-1);
    return last ? `${label} ${formatNumber(last.value)} at ${last.percentile} %` : label;
  });
  return `Percentile curves: ${about}; ${curves.join(', ')}.`;
}

const barHeight = 30;
const axisHeight = 44;

/** Height of a chart's frame in pixels: known before it is drawn. */
export function chartHeight(chart: Chart): number {
  return chart.kind === 'bars' ? chart.bars.length * barHeight + axisHeight : 300;
}
