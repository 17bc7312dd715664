import type { Parameters } from './identifiers.ts';

/** `scenario/axis=value,…/subject`, with the axes in the scenario's order and `-` without any. */
export function caseKeyOf(
  { scenario, parameters, subject }: { scenario: string; parameters: Parameters; subject: string },
  axes: readonly { id: string }[],
): string {
  const values = axes.map(({ id }) => `${id}=${parameters[id]}`).join(',');
  return `${scenario}/${values || '-'}/${subject}`;
}
