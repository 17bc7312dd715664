import type { ScaleOptionsByType } from 'chart.js';
import type { ChartTheme } from './theme.ts';

/** Decades above which only powers of ten are marked. */
const manyDecades = 3;

type AfterBuildTicks = ScaleOptionsByType<'linear' | 'logarithmic'>['afterBuildTicks'];

/** Ticks at 1, 2 and 5 times powers of ten, or at the powers alone where there are many. */
export const logarithmicTicks: AfterBuildTicks = (axis) => {
  const decades = Math.log10(axis.max / axis.min);
  const within = (factors: readonly number[]) =>
    powersOfTen(axis.min, axis.max)
      .flatMap((power) => factors.map((factor) => factor * power))
      .filter((value) => value >= axis.min && value <= axis.max);
  const coarse = within(decades > manyDecades ? [1] : [1, 2, 5]);
  const shown = coarse.length > 2 ? coarse : within([1, 1.5, 2, 3, 4, 5, 6, 8]);
  axis.ticks = shown.map((value) => ({ value }));
};

function powersOfTen(min: number, max: number): number[] {
  const first = Math.floor(Math.log10(min));
  const last = Math.ceil(Math.log10(max));
  return Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index));
}

/** Bounds of a logarithmic scale with some room around the values. */
export function around(values: readonly number[]): { min: number; max: number } {
  const [min, max] = [Math.min(...values), Math.max(...values)];
  const room = Math.max((max / min) ** 0.08, 1.05);
  return { min: min / room, max: max * room };
}

/** What the axes of all charts but the bars share. */
export function axisOf(
  { logarithmic, values, fromZero }: AxisRequest,
  { line }: ChartTheme,
): AxisBase {
  const shared = { grid: { color: line }, border: { color: line } };
  return logarithmic
    ? { ...shared, type: 'logarithmic', ...around(values), afterBuildTicks: logarithmicTicks }
    : { ...shared, type: 'linear', ...(fromZero ? { min: 0 } : { grace: '8%' }) };
}

interface AxisRequest {
  logarithmic: boolean;
  /** All values and bounds drawn. */
  values: readonly number[];
  fromZero: boolean;
}

interface AxisBase {
  type: 'linear' | 'logarithmic';
  min?: number;
  max?: number;
  grace?: string;
  afterBuildTicks?: NonNullable<AfterBuildTicks>;
  grid: { color: string };
  border: { color: string };
}
