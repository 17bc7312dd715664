import type { MeasuredSuite } from '../../../define/suite.ts';
import { formatBytes } from '../../../results/format.ts';
import type { ParameterValue } from '../../../results/identifiers.ts';

/** A subject's title, or its id where the run does not know it. */
export function titleOf({ suite }: Pick<MeasuredSuite, 'suite'>, subject: string): string {
  return suite.subjects.find(({ id }) => id === subject)?.title ?? subject;
}

/** A message size in words, such as `64 KB`. */
export function sizeTitle(size: ParameterValue): string {
  return typeof size === 'number' ? formatBytes(size) : `mixed (${size})`;
}

/** Names joined as in a sentence: `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[]): string {
  if (names.length <= 1) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
