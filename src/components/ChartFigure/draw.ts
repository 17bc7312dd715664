import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  ScatterController,
  Tooltip,
} from 'chart.js';
import type { PageChart, SeriesChart, SeriesData } from '../../plugins/results/charts/types.ts';
import { bars } from './bars.ts';
import { curves } from './curves.ts';
import { ratios } from './ratios.ts';
import { scatter } from './scatter.ts';
import { series } from './series.ts';
import { type ChartTheme, themeOf } from './theme.ts';

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
  ScatterController,
  Tooltip,
);

/** A chart with all that it is drawn from. */
export type Drawable = PageChart | (SeriesChart & { data: SeriesData });

/** Draws a chart in the colours of the page and returns what removes it. */
export function draw(canvas: HTMLCanvasElement, chart: Drawable): () => void {
  const theme = themeOf(canvas);
  Chart.defaults.font.family = theme.font;
  Chart.defaults.font.size = 13;
  Chart.defaults.color = theme.quiet;
  const drawn = start(canvas, chart, theme);
  return () => drawn.destroy();
}

function start(canvas: HTMLCanvasElement, chart: Drawable, theme: ChartTheme) {
  switch (chart.kind) {
    case 'bars':
      return new Chart(canvas, bars(chart, theme));
    case 'curves':
      return new Chart(canvas, curves(chart, theme));
    case 'scatter':
      return new Chart(canvas, scatter(chart, theme));
    case 'ratios':
      return new Chart(canvas, ratios(chart, theme));
    case 'series':
      return new Chart(canvas, series(chart, chart.data, theme));
  }
}
