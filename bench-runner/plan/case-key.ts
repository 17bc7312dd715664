import type { Parameters } from '../results/identifiers.ts';

/** `axis=value,…` in the order of the axes, or `-` without axes. */
export function parameterKey(parameters: Parameters): string {
  const pairs = Object.entries(parameters).map(([axis, value]) => `${axis}=${value}`);
  return pairs.join(',') || '-';
}

/** `scenario/axis=value,…/subject`. */
export function caseKey(scenario: string, parameters: Parameters, subject: string): string {
  return `${scenario}/${parameterKey(parameters)}/${subject}`;
}
