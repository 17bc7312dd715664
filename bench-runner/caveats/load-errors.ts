import type { Caveat } from '../results/caveat.ts';
import { errorsOf, type ObservedLoad } from './observed-load.ts';
import { percent } from './percent.ts';

/** In force for a load with any failed request: on one machine none has an excuse. Names each kind. */
export function loadErrors(load: Pick<ObservedLoad, 'requests' | 'errors'>): Caveat | null {
  const errors = errorsOf(load);
  if (errors === 0) return null;
  const all = load.requests + errors;
  const kinds = Object.entries(load.errors)
    .filter(([, count]) => count > 0)
    .sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1))
    .map(([kind, count]) => `${count} ${kind}`);
  return {
    code: 'errors',
    detail: `${errors} of ${all} requests failed (${percent(errors / all)}): ${kinds.join(', ')}`,
  };
}
