import type { ChartTheme } from './theme.ts';
import { dashOf } from './theme.ts';

const shapes = [
  'circle',
  'rect',
  'triangle',
  'rectRot',
  'cross',
  'star',
  'crossRot',
  'dash',
] as const;

/** How a series is told from others: by colour, by shape and, where it is a line, by its dash. */
export function marksOf(index: number, theme: ChartTheme) {
  const colour = theme.series[index % theme.series.length] ?? theme.text;
  return {
    borderColor: colour,
    backgroundColor: colour,
    borderDash: dashOf(index),
    pointStyle: shapes[index % shapes.length] ?? ('circle' as const),
    borderWidth: 2,
  };
}

/** The legend of charts with several series. */
export function legend(theme: ChartTheme) {
  return {
    position: 'bottom',
    labels: { usePointStyle: true, boxHeight: 7, padding: 16, color: theme.text },
  } as const;
}
