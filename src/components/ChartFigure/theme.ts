/** Colours and type of the page at this moment. */
export interface ChartTheme {
  text: string;
  quiet: string;
  line: string;
  surface: string;
  bar: string;
  whisker: string;
  series: string[];
  font: string;
  animated: boolean;
}

const seriesCount = 8;

export function themeOf(element: Element): ChartTheme {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return {
    text: colour('--ifm-font-color-base'),
    quiet: colour('--lab-quiet'),
    line: colour('--lab-line'),
    surface: colour('--ifm-background-surface-color'),
    bar: colour('--lab-bar'),
    whisker: colour('--lab-bar-whisker'),
    series: Array.from({ length: seriesCount }, (_, index) => colour(`--lab-series-${index + 1}`)),
    font: style.fontFamily,
    animated: !matchMedia('(prefers-reduced-motion: reduce)').matches,
  };
}

/** Dash of a series: the second mark, besides colour, that tells lines apart. */
export function dashOf(index: number): number[] {
  return (
    [[], [7, 3], [2, 3], [9, 3, 2, 3], [5, 5], [12, 4], [2, 6], [9, 3, 2, 3, 2, 3]][index % 8] ?? []
  );
}
