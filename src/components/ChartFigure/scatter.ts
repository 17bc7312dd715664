import type { ChartConfiguration, Point } from 'chart.js';
import type { Estimate, Scale, ScatterChart } from '../../plugins/results/charts/types.ts';
import { crosses } from './crosses.ts';
import { legend, marksOf } from './marks.ts';
import { changesUnit, formatQuantity, formatTick } from './quantity.ts';
import { axisOf } from './scales.ts';
import type { ChartTheme } from './theme.ts';

/** Largest over smallest value from which there is room for a scale that begins at zero. */
const farApart = 2;

/** Throughput against latency: a point a subject, with its intervals along both axes. */
export function scatter(
  chart: ScatterChart,
  theme: ChartTheme,
): ChartConfiguration<'scatter', Point[]> {
  const { points } = chart;
  return {
    type: 'scatter',
    data: {
      datasets: points.map(({ label, mark, x, y }) => ({
        ...marksOf(mark, theme),
        label,
        data: [{ x: x.value, y: y.value }],
        pointRadius: 6,
        pointHoverRadius: 8,
      })),
    },
    plugins: [crosses(points.map(({ x, y }) => [{ x, y }]))],
    options: {
      maintainAspectRatio: false,
      animation: theme.animated ? { duration: 300 } : false,
      layout: { padding: { right: 12 } },
      scales: {
        x: axis(
          chart.x,
          points.map(({ x }) => x),
          theme,
        ),
        y: axis(
          chart.y,
          points.map(({ y }) => y),
          theme,
        ),
      },
      plugins: {
        legend: legend(theme),
        tooltip: {
          callbacks: {
            label: ({ datasetIndex }) => {
              const point = points[datasetIndex];
              return point ? [point.label, told(point.x, chart.x), told(point.y, chart.y)] : [];
            },
          },
        },
      },
    },
  };
}

function axis({ title, unit, logarithmic }: Scale, of: readonly Estimate[], theme: ChartTheme) {
  const values = of.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]);
  return {
    ...axisOf(
      { logarithmic, values, fromZero: Math.max(...values) > farApart * Math.min(...values) },
      theme,
    ),
    suggestedMax: Math.max(...values),
    title: { display: true, text: `${title}${changesUnit(unit) ? '' : `, ${unit}`}` },
    ticks: {
      maxRotation: 0,
      maxTicksLimit: 6,
      callback: (value: string | number) => formatTick(Number(value), unit),
    },
  };
}

function told({ value, low, high }: Estimate, { title, unit }: Scale): string {
  const figure = `${title}: ${formatQuantity(value, unit)}`;
  return low === null || high === null
    ? figure
    : `${figure} (${formatQuantity(low, unit)} to ${formatQuantity(high, unit)})`;
}
