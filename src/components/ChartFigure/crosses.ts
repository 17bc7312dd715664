import type { Plugin } from 'chart.js';
import type { Interval } from './whiskers.ts';

const cap = 3;

/** Intervals of a point along both axes; null along an axis where it has none. */
export interface Cross {
  x: Interval | null;
  y: Interval | null;
}

/** Draws the intervals of points, by dataset and point, in each dataset's colour. */
export function crosses(intervals: readonly (readonly Cross[])[]): Plugin<'scatter'> {
  return {
    id: 'crosses',
    beforeDatasetsDraw(chart) {
      const { ctx } = chart;
      const { x: across, y: up } = chart.scales;
      if (!across || !up) return;
      ctx.save();
      ctx.lineWidth = 1.25;
      for (const [dataset, points] of intervals.entries()) {
        if (!chart.isDatasetVisible(dataset)) continue;
        const meta = chart.getDatasetMeta(dataset);
        ctx.strokeStyle = String(chart.data.datasets[dataset]?.borderColor);
        ctx.beginPath();
        for (const [index, { x, y }] of points.entries()) {
          const point = meta.data[index];
          if (!point) continue;
          const [left, right] = ends(x, across);
          if (left !== null && right !== null) {
            line(ctx, [left, point.y], [right, point.y]);
            for (const end of [left, right]) line(ctx, [end, point.y - cap], [end, point.y + cap]);
          }
          const [low, high] = ends(y, up);
          if (low !== null && high !== null) {
            line(ctx, [point.x, low], [point.x, high]);
            for (const end of [low, high]) line(ctx, [point.x - cap, end], [point.x + cap, end]);
          }
        }
        ctx.stroke();
      }
      ctx.restore();
    },
  };
}

interface Scale {
  min: number;
  max: number;
  getPixelForValue(value: number): number;
}

function ends(interval: Interval | null, scale: Scale): [number, number] | [null, null] {
  if (!interval || interval.low === null || interval.high === null) return [null, null];
  return [
    scale.getPixelForValue(Math.max(interval.low, scale.min)),
    scale.getPixelForValue(Math.min(interval.high, scale.max)),
  ];
}

function line(ctx: CanvasRenderingContext2D, from: [number, number], to: [number, number]): void {
  ctx.moveTo(...from);
  ctx.lineTo(...to);
}
