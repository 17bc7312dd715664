import { absentCell, textCell } from '../../../define/tables/cells.ts';
import type { MeasuredCase } from '../../../results/cases.ts';
import { formatNumber } from '../../../results/format.ts';
import type { Cell } from '../../../results/tables.ts';

/**
 * Where the difference between two cases lies, as far as this run tells: CPU time of the server and
 * of PostgreSQL, and queries, each per request.
 */
export function reasonOf({ of, to }: { of: MeasuredCase; to: MeasuredCase }): Cell {
  const parts = [
    part(of, to, 'postgres-cpu', (a, b) => `PostgreSQL’s CPU time ${a} against ${b} µs`),
    part(of, to, 'server-cpu', (a, b) => `the server’s ${a} against ${b} µs`),
    part(of, to, 'postgres-queries', (a, b) => `queries ${a} against ${b}`),
  ].filter((one) => one !== undefined);
  return parts.length === 0
    ? absentCell('no reason is established by what was measured')
    : textCell(`A request: ${parts.join('; ')}.`);
}

function part(
  of: MeasuredCase,
  to: MeasuredCase,
  metric: string,
  sentence: (of: string, to: string) => string,
): string | undefined {
  const [first, second] = [of, to].map((one) => one.summaries[metric]?.median);
  if (first === undefined || second === undefined) return undefined;
  return sentence(rounded(first), rounded(second));
}

function rounded(value: number): string {
  return formatNumber(Number(value.toPrecision(3)));
}
