import type { ChartConfiguration } from 'chart.js';
import type { Curve, CurveChart } from '../../plugins/results/charts/types.ts';
import { legend, marksOf } from './marks.ts';
import { formatQuantity, formatTick } from './quantity.ts';
import { axisOf } from './scales.ts';
import type { ChartTheme } from './theme.ts';

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
      datasets: chart.curves.map((curve) => ({
        ...marksOf(curve.mark, theme),
        label: curve.label,
        data: pointsOf(curve),
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
          ...axisOf(
            {
              logarithmic: chart.logarithmic,
              values: chart.curves.flatMap((curve) => pointsOf(curve).map(({ y }) => y)),
              fromZero: true,
            },
            theme,
          ),
          border: { display: false },
          ticks: { maxTicksLimit: 7, callback: (value) => formatTick(Number(value), chart.unit) },
        },
      },
      plugins: {
        legend: legend(theme),
        tooltip: {
          callbacks: {
            label: ({ datasetIndex, dataIndex }) => {
              const curve = chart.curves[datasetIndex];
              const point = curve?.points[dataIndex];
              if (!curve) return '';
              if (!point) {
                const { value, of } = curve.largest ?? { value: 0, of: 0 };
                return `${curve.label}: ${formatQuantity(value, chart.unit)}, the largest of ${of.toLocaleString('en')}`;
              }
              const { percentile, value, low, high } = point;
              const interval =
                low === null || high === null
                  ? ''
                  : ` (${formatQuantity(low, chart.unit)} to ${formatQuantity(high, chart.unit)})`;
              return `${curve.label}, ${percentile} %: ${formatQuantity(value, chart.unit)}${interval}`;
            },
          },
        },
      },
    },
  };
}

/** The percentiles of a curve and, after them, its largest value: one in as many as there are. */
function pointsOf({ points, largest }: Curve): Point[] {
  const known = points.map(({ percentile, value }) => ({ x: rarity(percentile), y: value }));
  const last = known.at(-1)?.x ?? 1;
  return largest ? [...known, { x: Math.max(largest.of, last), y: largest.value }] : known;
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
