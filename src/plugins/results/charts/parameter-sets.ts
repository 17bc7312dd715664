import type { MeasuredCase } from '../../../../bench-runner/results/cases.ts';
import { formatParameters } from '../../../../bench-runner/results/format.ts';
import type { Parameters } from '../../../../bench-runner/results/identifiers.ts';
import type { Group, ResultDocument, Scenario } from '../../../../bench-runner/results/schema.ts';

/** Measured cases of a scenario that share their parameters: what one chart shows. */
export interface ParameterSet {
  /** From 1, in the order of the document. */
  number: number;
  /** Its parameters in words; the scenario's title where it has no axes. */
  title: string;
  cases: MeasuredCase[];
  group: Group | undefined;
}

/** Measured cases of a scenario by their parameters, in the order of the document. */
export function parameterSets(document: ResultDocument, scenario: Scenario): ParameterSet[] {
  const sets: { parameters: Parameters; cases: MeasuredCase[] }[] = [];
  for (const one of document.cases) {
    if (one.status !== 'measured' || one.scenario !== scenario.id) continue;
    const set = sets.find(({ parameters }) => sameParameters(parameters, one.parameters));
    if (set) set.cases.push(one);
    else sets.push({ parameters: one.parameters, cases: [one] });
  }
  return sets.map(({ parameters, cases }, index) => {
    const described = formatParameters(parameters, scenario.axes);
    return {
      number: index + 1,
      title: described.charAt(0).toUpperCase() + described.slice(1) || scenario.title,
      cases,
      group: document.groups.find(
        (one) => one.scenario === scenario.id && sameParameters(one.parameters, parameters),
      ),
    };
  });
}

/** Title of a subject by its id. */
export function subjectTitle({ suite }: Pick<ResultDocument, 'suite'>, id: string): string {
  return suite.subjects.find((subject) => subject.id === id)?.title ?? id;
}

/** A subject's title, and its place in the suite by which its mark is chosen. */
export function markedSubject(
  document: Pick<ResultDocument, 'suite'>,
  id: string,
): { label: string; mark: number } {
  const place = document.suite.subjects.findIndex((subject) => subject.id === id);
  return { label: subjectTitle(document, id), mark: Math.max(place, 0) };
}

function sameParameters(a: Parameters, b: Parameters): boolean {
  return Object.entries(a).every(([axis, value]) => b[axis] === value);
}
