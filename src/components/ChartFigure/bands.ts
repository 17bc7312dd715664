import type { Plugin } from 'chart.js';

export interface Band {
  low: readonly (number | null)[];
  high: readonly (number | null)[];
}

const opacity = 0.14;

/** Fills what lies between the smallest and the largest value at each moment, behind the lines. */
export function bands(of: readonly Band[], moments: readonly number[]): Plugin<'line'> {
  return {
    id: 'bands',
    beforeDatasetsDraw(chart) {
      const { ctx } = chart;
      const { x, y } = chart.scales;
      if (!x || !y) return;
      ctx.save();
      ctx.globalAlpha = opacity;
      for (const [dataset, { low, high }] of of.entries()) {
        if (!chart.isDatasetVisible(dataset)) continue;
        ctx.fillStyle = String(chart.data.datasets[dataset]?.borderColor);
        for (const run of runsOf(low, high)) {
          ctx.beginPath();
          const edge = [
            ...run.map(({ at, top }) => [at, top] as const),
            ...run.toReversed().map(({ at, bottom }) => [at, bottom] as const),
          ];
          for (const [at, value] of edge) {
            ctx.lineTo(
              x.getPixelForValue(moments[at] ?? 0),
              y.getPixelForValue(Math.max(value, y.min)),
            );
          }
          ctx.fill();
        }
      }
      ctx.restore();
    },
  };
}

interface Edge {
  at: number;
  bottom: number;
  top: number;
}

/** Stretches without a gap. */
function runsOf(low: Band['low'], high: Band['high']): Edge[][] {
  const runs: Edge[][] = [[]];
  for (const [at, bottom] of low.entries()) {
    const top = high[at];
    if (bottom === null || top === null || top === undefined) runs.push([]);
    else runs.at(-1)?.push({ at, bottom, top });
  }
  return runs.filter(({ length }) => length > 1);
}
