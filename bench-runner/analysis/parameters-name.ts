import type { Parameters } from '../results/identifiers.ts';
import type { Axis } from '../results/schema.ts';

/** `axis=value,…` in the scenario's order of axes; empty without any. */
export function parametersName(parameters: Parameters, axes: readonly Pick<Axis, 'id'>[]): string {
  return axes.map(({ id }) => `${id}=${parameters[id]}`).join(',');
}
