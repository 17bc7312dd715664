import type { ChartConfiguration } from 'chart.js';
import { formatNumber } from '../../../bench-runner/results/format.ts';
import type { SeriesChart, SeriesData, SeriesLine } from '../../plugins/results/charts/types.ts';
import { bands } from './bands.ts';
import { legend, marksOf } from './marks.ts';
import { formatQuantity, formatTick } from './quantity.ts';
import type { ChartTheme } from './theme.ts';

interface Point {
  x: number;
  y: number | null;
}

/** Points in a line above which their marks would hide it. */
const mostMarks = 12;

/** Points in a line up to which dashes tell it from others. */
const mostDashed = 60;

/** Lines over time, the median of all trials, with a band from their smallest to largest value. */
export function series(
  chart: SeriesChart,
  { seconds, lines: all }: SeriesData,
  theme: ChartTheme,
): ChartConfiguration<'line', Point[], number> {
  const lines = joined(all);
  return {
    type: 'line',
    data: {
      datasets: lines.map(({ label, mark, median }) => ({
        ...marksOf(mark, theme),
        label,
        // Dashes of a line with many points would look like noise.
        ...(seconds.length > mostDashed && { borderDash: [] }),
        data: seconds.map((x, at) => ({ x, y: median[at] ?? null })),
        // Marks at every few points tell lines apart; a different few for each line.
        pointRadius: seconds.map((_, at) => (isMarked(at, mark, seconds.length) ? 3 : 0)),
        borderWidth: 1.75,
        spanGaps: false,
      })),
    },
    plugins: [bands(lines, seconds)],
    options: {
      maintainAspectRatio: false,
      animation: theme.animated ? { duration: 300 } : false,
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      scales: {
        x: {
          type: 'linear',
          max: seconds.at(-1) ?? 0,
          grid: { color: theme.line },
          border: { color: theme.line },
          ticks: {
            maxRotation: 0,
            maxTicksLimit: 8,
            callback: (value) => `${formatNumber(Number(value))} s`,
          },
        },
        y: {
          type: 'linear',
          min: 0,
          suggestedMax: Math.max(...lines.flatMap(({ high }) => high.map((value) => value ?? 0))),
          grid: { color: theme.line },
          border: { display: false },
          ticks: { maxTicksLimit: 6, callback: (value) => formatTick(Number(value), chart.unit) },
        },
      },
      plugins: {
        legend: { ...legend(theme), display: true },
        tooltip: {
          callbacks: {
            title: ([first]) => (first ? `from ${formatNumber(first.parsed.x ?? 0)} s` : ''),
            label: ({ datasetIndex, dataIndex }) => {
              const line = lines[datasetIndex];
              const median = line?.median[dataIndex];
              if (!line || median === null || median === undefined) return '';
              const [low, high] = [line.low[dataIndex] ?? median, line.high[dataIndex] ?? median];
              const spread =
                line.trials > 1
                  ? ` (${formatQuantity(low, chart.unit)} to ${formatQuantity(high, chart.unit)})`
                  : '';
              return `${line.label}: ${formatQuantity(median, chart.unit)}${spread}`;
            },
          },
        },
      },
    },
  };
}

/** Lines that are the same for all subjects, such as the users that a schedule asks for, as one. */
function joined(lines: readonly SeriesLine[]): SeriesLine[] {
  const [first, ...others] = lines;
  if (!first || others.length === 0) return [...lines];
  const figures = ({ median, low, high }: SeriesLine) => JSON.stringify([median, low, high]);
  const alike = others.every((line) => figures(line) === figures(first));
  return alike ? [{ ...first, label: 'All subjects alike' }] : [...lines];
}

function isMarked(at: number, line: number, points: number): boolean {
  const every = Math.max(1, Math.ceil(points / mostMarks));
  return at % every === line % every;
}
