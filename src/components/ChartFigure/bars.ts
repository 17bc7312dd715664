import type { ChartConfiguration } from 'chart.js';
import type { BarChart } from '../../plugins/results/charts/types.ts';
import { formatQuantity, formatTick } from './quantity.ts';
import type { ChartTheme } from './theme.ts';
import { whiskers } from './whiskers.ts';

/** As wide as a digit, so that names stand below each other. */
const figureSpace = '\u2007';

/** A metric as horizontal bars with intervals across them, a bar a subject. */
export function bars(
  chart: BarChart,
  theme: ChartTheme,
): ChartConfiguration<'bar', number[], string> {
  const [smallest = 1] = chart.bars.map(({ value }) => value).toSorted((a, b) => a - b);
  return {
    type: 'bar',
    data: {
      labels: chart.bars.map(({ label, rank }) =>
        rank === null ? label : `${rank.padEnd(2, figureSpace)} ${label}`,
      ),
      datasets: [
        {
          data: chart.bars.map(({ value }) => value),
          backgroundColor: theme.bar,
          barThickness: 16,
          borderRadius: 2,
        },
      ],
    },
    plugins: [whiskers(chart.bars, theme.whisker)],
    options: {
      indexAxis: 'y',
      maintainAspectRatio: false,
      animation: theme.animated ? { duration: 300 } : false,
      layout: { padding: { right: 12 } },
      scales: {
        x: {
          type: chart.logarithmic ? 'logarithmic' : 'linear',
          // A logarithmic scale has no zero: it begins a power of ten below the smallest bar.
          ...(chart.logarithmic
            ? { min: 10 ** Math.floor(Math.log10(smallest) - 0.3) }
            : { min: 0 }),
          suggestedMax: Math.max(...chart.bars.map(({ value, high }) => high ?? value)),
          grid: { color: theme.line },
          border: { display: false },
          ticks: {
            maxTicksLimit: 6,
            maxRotation: 0,
            callback: (value) =>
              isTick(Number(value), chart.logarithmic) ? formatTick(Number(value), chart.unit) : '',
          },
        },
        y: {
          grid: { display: false },
          border: { color: theme.line },
          ticks: { color: theme.text, crossAlign: 'far', autoSkip: false },
        },
      },
      plugins: {
        legend: { display: false },
        tooltip: {
          displayColors: false,
          callbacks: {
            label: ({ dataIndex }) => {
              const bar = chart.bars[dataIndex];
              return bar ? formatQuantity(bar.value, chart.unit) : '';
            },
            afterLabel: ({ dataIndex }) => {
              const bar = chart.bars[dataIndex];
              if (!bar) return '';
              const { low, high, n } = bar;
              const [from, to] = [low, high].map((bound) =>
                bound === null ? null : formatQuantity(bound, chart.unit),
              );
              return from && to ? `${from} to ${to}, n = ${n}` : `n = ${n}`;
            },
          },
        },
      },
    },
  };
}

/** On a logarithmic scale only powers of ten are labelled. */
function isTick(value: number, logarithmic: boolean): boolean {
  return !logarithmic || Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-9;
}
