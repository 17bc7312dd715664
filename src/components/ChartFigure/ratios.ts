import type { ChartConfiguration, Point } from 'chart.js';
import { formatNumber } from '../../../bench-runner/results/format.ts';
import type { RatioChart } from '../../plugins/results/charts/types.ts';
import { crosses } from './crosses.ts';
import { legend, marksOf } from './marks.ts';
import { axisOf } from './scales.ts';
import type { ChartTheme } from './theme.ts';

/** Part of a row's height in which its points stand. */
const spread = 0.7;

/** Ratios with their intervals beside the line of equality, a row of points a row of the table. */
export function ratios(
  chart: RatioChart,
  theme: ChartTheme,
): ChartConfiguration<'scatter', Point[]> {
  const { rows, series } = chart;
  const placed = series.map(({ label, mark }, column) => ({
    label,
    mark,
    points: rows.flatMap(({ ratios: ofRow }, row) => {
      const ratio = ofRow[column];
      const offset = series.length < 2 ? 0 : (column / (series.length - 1) - 0.5) * spread;
      return ratio ? [{ x: ratio.value, y: row + offset, ratio }] : [];
    }),
  }));
  const values = placed.flatMap(({ points }) =>
    points.flatMap(({ ratio: { value, low, high } }) => [value, low ?? value, high ?? value]),
  );
  return {
    type: 'scatter',
    data: {
      datasets: placed.map(({ label, mark, points }) => ({
        ...marksOf(mark, theme),
        label,
        data: points.map(({ x, y }) => ({ x, y })),
        pointRadius: 4,
      })),
    },
    plugins: [
      equality(theme.quiet),
      crosses(placed.map(({ points }) => points.map(({ ratio }) => ({ x: ratio, y: null })))),
    ],
    options: {
      maintainAspectRatio: false,
      animation: theme.animated ? { duration: 300 } : false,
      layout: { padding: { right: 12 } },
      scales: {
        x: {
          ...axisOf(
            { logarithmic: chart.logarithmic, values: [...values, 1], fromZero: false },
            theme,
          ),
          suggestedMin: Math.min(...values, 1),
          suggestedMax: Math.max(...values, 1),
          ticks: {
            maxRotation: 0,
            maxTicksLimit: 7,
            callback: (value) => `${formatNumber(Number(value))}×`,
          },
        },
        y: {
          type: 'linear',
          reverse: true,
          min: -0.5,
          max: rows.length - 0.5,
          grid: { display: false },
          border: { color: theme.line },
          afterBuildTicks: (axis) => {
            axis.ticks = rows.map((_, value) => ({ value }));
          },
          ticks: {
            autoSkip: false,
            color: theme.text,
            callback: (value) => rows[Number(value)]?.label ?? '',
          },
        },
      },
      plugins: {
        legend: { ...legend(theme), display: series.length > 1 },
        tooltip: {
          callbacks: {
            label: ({ datasetIndex, dataIndex }) => {
              const ratio = placed[datasetIndex]?.points[dataIndex]?.ratio;
              if (!ratio) return '';
              const { value, low, high } = ratio;
              const figure = `${series[datasetIndex]?.label}: ${formatNumber(value)}×`;
              return low === null || high === null
                ? figure
                : `${figure} (${formatNumber(low)}× to ${formatNumber(high)}×)`;
            },
          },
        },
      },
    },
  };
}

/** A line at 1, where nothing differs. */
function equality(colour: string) {
  return {
    id: 'equality',
    beforeDatasetsDraw({ ctx, chartArea, scales }: EqualityContext) {
      const at = scales.x?.getPixelForValue(1);
      if (at === undefined) return;
      ctx.save();
      ctx.strokeStyle = colour;
      ctx.lineWidth = 1;
      ctx.setLineDash([4, 3]);
      ctx.beginPath();
      ctx.moveTo(at, chartArea.top);
      ctx.lineTo(at, chartArea.bottom);
      ctx.stroke();
      ctx.restore();
    },
  };
}

interface EqualityContext {
  ctx: CanvasRenderingContext2D;
  chartArea: { top: number; bottom: number };
  scales: Record<string, { getPixelForValue(value: number): number }>;
}
