import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  Tooltip,
} from 'chart.js';
import { formatNumber } from '../../../bench-runner/results/format.ts';
import type { BarChart, Chart as ChartData } from '../../plugins/results/page-data.ts';
import { curves } from './curves.ts';
import { type ChartTheme, themeOf } from './theme.ts';
import { whiskers } from './whiskers.ts';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  Tooltip,
);

/** As wide as a digit, so that names stand below each other. */
const figureSpace = '\u2007';

/** Draws a chart in the colours of the page and returns what removes it. */
export function draw(canvas: HTMLCanvasElement, chart: ChartData): () => void {
  const theme = themeOf(canvas);
  Chart.defaults.font.family = theme.font;
  Chart.defaults.font.size = 13;
  Chart.defaults.color = theme.quiet;
  const drawn =
    chart.kind === 'bars'
      ? new Chart(canvas, bars(chart, theme))
      : new Chart(canvas, curves(chart, theme));
  return () => drawn.destroy();
}

function bars(chart: BarChart, theme: ChartTheme): ChartConfiguration<'bar', number[], string> {
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
              isTick(Number(value), chart.logarithmic) ? formatNumber(Number(value)) : '',
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
              return bar ? `${formatNumber(bar.value)} ${chart.unit}` : '';
            },
            afterLabel: ({ dataIndex }) => {
              const bar = chart.bars[dataIndex];
              if (!bar) return '';
              const { low, high, n } = bar;
              return low === null || high === null
                ? `n = ${n}`
                : `${formatNumber(low)} to ${formatNumber(high)}, n = ${n}`;
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
