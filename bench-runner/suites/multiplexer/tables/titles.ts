import { formatBytes } from '../../../results/format.ts';
import type { ParameterValue } from '../../../results/identifiers.ts';

/** A message size in words, such as `64 KB`. */
export function sizeTitle(size: ParameterValue): string {
  return typeof size === 'number' ? formatBytes(size) : `mixed (${size})`;
}
