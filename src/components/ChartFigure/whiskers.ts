import type { Plugin } from 'chart.js';

/** A bar's 95 % interval, in the units of its scale. */
export interface Interval {
  low: number | null;
  high: number | null;
}

const capHeight = 4;

/** Draws intervals across horizontal bars; Chart.js has no error bars of its own. */
export function whiskers(intervals: readonly Interval[], colour: string): Plugin<'bar'> {
  return {
    id: 'whiskers',
    afterDatasetsDraw(chart) {
      const scale = chart.scales.x;
      if (!scale) return;
      const { ctx } = chart;
      ctx.save();
      ctx.strokeStyle = colour;
      ctx.lineWidth = 1.5;
      for (const [index, bar] of chart.getDatasetMeta(0).data.entries()) {
        const { low, high } = intervals[index] ?? { low: null, high: null };
        if (low === null || high === null) continue;
        const left = scale.getPixelForValue(Math.max(low, scale.min));
        const right = scale.getPixelForValue(high);
        ctx.beginPath();
        ctx.moveTo(left, bar.y);
        ctx.lineTo(right, bar.y);
        for (const end of [left, right]) {
          ctx.moveTo(end, bar.y - capHeight);
          ctx.lineTo(end, bar.y + capHeight);
        }
        ctx.stroke();
      }
      ctx.restore();
    },
  };
}
