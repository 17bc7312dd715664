import type { Parameters, ParameterValue } from './identifiers.ts';
import { rememberingRecent } from './recent.ts';
import type { Axis } from './schema.ts';
import type { Cell, Table } from './tables.ts';

/** A cell in words. Parts are null where the cell has no such thing. */
export interface FormattedCell {
  /** The figure or text without its unit, which stands in the column's heading. */
  text: string;
  /** Bounds of the 95 % interval, such as `65.1 to 69.8`. */
  interval: string | null;
  /** Number of trials, or of pairs for a ratio, such as `n = 12`. */
  n: string | null;
  /** Why the cell is empty, or who published its figure. */
  note: string | null;
}

/** How the verdict on a ratio is written beside it. */
export const verdictLabels = {
  baseline: 'baseline',
  tie: 'tie',
  better: 'better',
  worse: 'worse',
  undecided: 'undecided',
} as const satisfies Record<Extract<Cell, { kind: 'ratio' }>['verdict'], string>;

const significantDigits = 4;

/**
 * Four significant digits with thousands separators; whole numbers up to 100,000 keep every digit.
 * Figures from 10^15 up and below 0.0001 are written with an exponent.
 */
export function formatNumber(value: number): string {
  if (!isPlain(value)) return exponential(value);
  const fixed = withDecimals(value, mostDecimals(value));
  return fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed;
}

/** A number with its unit, such as `67.31 ns/op`; bytes become `64 KB`. */
export function formatValue(value: number, unit: string | null): string {
  if (unit === null) return formatNumber(value);
  if (unit === 'B') return formatBytes(value);
  return `${formatNumber(value)} ${unit}`;
}

const byteUnits = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** Bytes in the largest unit that leaves at least 1, where 1 KB is 1,024 B. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (Math.abs(value) >= 1024 && unit < byteUnits.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const text = Number.isInteger(value) ? formatNumber(value) : trimmed(value, 2);
  return `${text} ${byteUnits[unit]}`;
}

/** Parameters of a case in the order of the axes, such as `message size 64 KB, streams 8`. */
export function formatParameters(parameters: Parameters, axes: readonly Axis[]): string {
  const known = axes.filter((axis) => Object.hasOwn(parameters, axis.id));
  const rest = Object.keys(parameters).filter((id) => !known.some((axis) => axis.id === id));
  return [
    ...known.map((axis) => {
      const value = parameters[axis.id];
      return value === undefined
        ? ''
        : `${inSentence(axis.title)} ${formatParameter(value, axis.unit)}`;
    }),
    ...rest.map((id) => `${id} ${formatParameter(parameters[id] ?? '', null)}`),
  ].join(', ');
}

/** One value on an axis: `64 KB` for bytes, labels such as `log-normal` as they are. */
export function formatParameter(value: ParameterValue, unit: string | null): string {
  return typeof value === 'string' ? value : formatValue(value, unit);
}

/** All cells of a table as text: formatted once for the page and the citations that show it. */
export const formatTable = rememberingRecent(({ rows }: Table): FormattedCell[][] =>
  rows.map((row) => row.map(formatCell)),
);

/** A cell as text. Figures with an interval have no more digits than the interval supports. */
export function formatCell(cell: Cell): FormattedCell {
  switch (cell.kind) {
    case 'text':
      return { text: cell.text, interval: null, n: null, note: null };
    case 'rank':
      return { text: `${cell.rank}${cell.tied ? '=' : ''}`, interval: null, n: null, note: null };
    case 'value':
      return figure(cell, 0, '');
    case 'ratio':
      return figure(cell, 3, '×');
    case 'reference':
      return {
        text: formatNumber(cell.value),
        interval: null,
        n: null,
        note: `published: ${cell.source}`,
      };
    case 'absent':
      return { text: '–', interval: null, n: null, note: cell.reason };
  }
}

interface Figure {
  value: number;
  low: number | null;
  high: number | null;
}

/** @param significant digits written even where the interval does not ask for them. */
function figure(
  { value, low, high, n }: Figure & { n: number },
  significant: number,
  suffix: string,
): FormattedCell {
  const plain = isPlain(value) && isPlain(low ?? 0) && isPlain(high ?? 0);
  const decimals = plain ? supportedDecimals(value, low, high, significant) : null;
  const interval =
    low === null || high === null
      ? null
      : `${written(low, decimals)}${suffix} to ${written(high, decimals)}${suffix}`;
  return { text: written(value, decimals) + suffix, interval, n: `n = ${n}`, note: null };
}

function written(value: number, decimals: number | null): string {
  return decimals === null ? formatNumber(value) : withDecimals(value, decimals);
}

/** Decimals that write the width of the interval in two digits and the value in at most four. */
function supportedDecimals(
  value: number,
  low: number | null,
  high: number | null,
  significant: number,
): number | null {
  const power = exponent(value);
  const fewest = Math.max(significant - 1 - power, 0);
  const most = mostDecimals(value, power);
  const width = low === null || high === null ? 0 : high - low;
  if (!(width > 0)) return significant > 0 ? Math.min(fewest, most) : null;
  const supported = 1 - exponent(width);
  return Math.min(Math.max(supported, Math.min(fewest, 2)), most);
}

/** Decimals of a number in four digits; whole numbers keep all of theirs up to 100,000. */
function mostDecimals(value: number, power = exponent(value)): number {
  const decimals = significantDigits - 1 - power;
  return Math.abs(value) < 100_000 ? Math.max(decimals, 0) : decimals;
}

function isPlain(value: number): boolean {
  const size = Math.abs(value);
  return Number.isFinite(value) && (size === 0 || (size >= 1e-4 && size < 1e15));
}

function exponential(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  return value
    .toExponential(significantDigits - 1)
    .replace(/\.?0+e/, 'e')
    .replace('e+', 'e');
}

/** Power of ten of the first digit, after rounding to the digits shown. */
function exponent(value: number): number {
  if (value === 0) return 0;
  const size = Math.abs(value);
  const power = Math.floor(Math.log10(size));
  const first = size / 10 ** power;
  // Near a power of ten rounding decides, elsewhere the logarithm does, which is much faster.
  if (first > 1.0001 && first < 9.999) return power;
  return Number(value.toExponential(significantDigits - 1).split('e')[1]);
}

/** Rounded to a number of decimals; a negative number rounds to tens, hundreds and so on. */
function withDecimals(value: number, decimals: number): string {
  const text = decimals >= 0 ? value.toFixed(Math.min(decimals, 20)) : rounded(value, decimals);
  const written = Math.abs(value) < 999 ? text : grouped(text);
  return written.startsWith('-') && /^-[0.,]+$/.test(written) ? written.slice(1) : written;
}

function rounded(value: number, decimals: number): string {
  const scale = 10 ** -decimals;
  return (Math.round(value / scale) * scale).toFixed(0);
}

function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const thousands = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? thousands : `${thousands}.${fraction}`;
}

function trimmed(value: number, decimals: number): string {
  const text = withDecimals(value, decimals);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** Lowers a title's first letter, unless the word is an abbreviation such as CPU. */
function inSentence(title: string): string {
  return /^\p{Lu}(?:\p{Ll}|\s|$)/u.test(title)
    ? title.charAt(0).toLowerCase() + title.slice(1)
    : title;
}
