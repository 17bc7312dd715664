import type { Case } from '../../../bench-runner/results/cases.ts';
import type { Caveat } from '../../../bench-runner/results/caveat.ts';
import { formatParameters } from '../../../bench-runner/results/format.ts';
import type { Axis, Subject } from '../../../bench-runner/results/schema.ts';

/** Cases named with a caveat before the rest is only counted. */
const namedCases = 3;

/**
 * Caveats of a scenario's cases, by code, each sentence once with the cases it holds for. One that
 * holds for all of them names none.
 */
export function caseCaveats(
  cases: readonly Case[],
  subjects: readonly Pick<Subject, 'id' | 'title'>[],
  axes: readonly Axis[],
): Caveat[] {
  const measured = cases.filter((one) => one.status === 'measured');
  const holding = new Map<string, Caveat & { cases: string[] }>();
  for (const one of measured) {
    const subject = subjects.find(({ id }) => id === one.subject)?.title ?? one.subject;
    const parameters = formatParameters(one.parameters, axes);
    const name = parameters ? `${subject}, ${parameters}` : subject;
    for (const caveat of one.caveats) {
      const key = `${caveat.code}\n${caveat.detail}`;
      const held = holding.get(key) ?? { ...caveat, cases: [] };
      held.cases.push(name);
      holding.set(key, held);
    }
  }
  return [...holding.values()]
    .map(({ code, detail, cases: names }) => ({
      code,
      detail: names.length === measured.length ? detail : `${listed(names)}: ${detail}`,
    }))
    .sort((a, b) => Number(a.code > b.code) - Number(a.code < b.code));
}

function listed(names: readonly string[]): string {
  const rest = names.length - namedCases;
  const shown = names.slice(0, namedCases).join('; ');
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}
