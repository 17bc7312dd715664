import type { ChartConfiguration } from 'chart.js';
import { formatNumber } from '../../../bench-runner/results/format.ts';
import type { CurveChart } from '../../plugins/results/page-data.ts';
import { type ChartTheme, dashOf } from './theme.ts';

const marks = [
  'circle',
  'rect',
  'triangle',
  'rectRot',
  'cross',
  'star',
  'crossRot',
  'dash',
] as const;

interface Point {
  x: number;
  y: number;
}

/** Lines of a latency against the share of operations it was reached by, one a subject. */
export function curves(
  chart: CurveChart,
  theme: ChartTheme,
): ChartConfiguration<'line', Point[], string> {
  return {
    type: 'line',
    data: {
      datasets: chart.curves.map(({ label, points }, index) => ({
        label,
        data: points.map(({ percentile, value }) => ({ x: rarity(percentile), y: value })),
        borderColor: theme.series[index % theme.series.length] ?? theme.text,
        backgroundColor: theme.series[index % theme.series.length] ?? theme.text,
        borderDash: dashOf(index),
        pointStyle: marks[index % marks.length] ?? 'circle',
        borderWidth: 2,
        pointRadius: 3,
      })),
    },
    options: {
      maintainAspectRatio: false,
      animation: theme.animated ? { duration: 300 } : false,
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      scales: {
        x: {
          type: 'logarithmic',
          grid: { color: theme.line },
          border: { color: theme.line },
          title: { display: true, text: 'Percentile' },
          afterBuildTicks: (axis) => {
            const shown = [50, 90, 99, 99.9, 99.99, 99.999].map(rarity);
            axis.ticks = shown
              .filter((value) => value >= axis.min && value <= axis.max)
              .map((value) => ({ value }));
          },
          ticks: {
            maxRotation: 0,
            callback: (value) => `${percentileOf(Number(value))} %`,
          },
        },
        y: {
          type: chart.logarithmic ? 'logarithmic' : 'linear',
          ...(chart.logarithmic ? {} : { min: 0 }),
          grid: { color: theme.line },
          border: { display: false },
          ticks: { maxTicksLimit: 6, callback: (value) => formatNumber(Number(value)) },
        },
      },
      plugins: {
        legend: {
          position: 'bottom',
          labels: { usePointStyle: true, boxHeight: 7, padding: 16, color: theme.text },
        },
        tooltip: {
          callbacks: {
            title: ([first]) =>
              first ? `${percentileOf(first.parsed.x ?? 1)} % of operations` : '',
            label: ({ dataset, parsed }) =>
              `${dataset.label}: ${formatNumber(parsed.y ?? 0)} ${chart.unit}`,
          },
        },
      },
    },
  };
}

const rarest = 1e-6;

/** One in how many operations lies above a percentile: 2 at 50 %, 100 at 99 %. */
function rarity(percentile: number): number {
  return 1 / Math.max(1 - percentile / 100, rarest);
}

/** The percentile of a rarity, without the noise of binary fractions. */
function percentileOf(value: number): number {
  return Number((100 * (1 - 1 / value)).toFixed(4));
}
