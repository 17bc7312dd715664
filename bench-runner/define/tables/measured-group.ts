import type { Case, MeasuredCase } from '../../results/cases.ts';
import type { Parameters } from '../../results/identifiers.ts';
import type { Comparison, Group } from '../../results/schema.ts';
import type { MeasuredSuite } from '../suite.ts';

export type Document = Pick<MeasuredSuite, 'suite' | 'run' | 'groups' | 'cases' | 'caveats'>;

/** The ratio of two subjects in a scenario's first metric, seen from the first of them. */
export type Ratio = Pick<Comparison, 'ratio' | 'low' | 'high' | 'pairs' | 'verdict'>;

/** What was measured for one scenario with one set of parameters. */
export class MeasuredGroup {
  readonly group: Group;
  readonly #cases: ReadonlyMap<string, Case>;

  constructor(group: Group, document: Pick<Document, 'cases'>) {
    this.group = group;
    const own = document.cases.filter(
      (one) => one.scenario === group.scenario && holds(one.parameters, group.parameters),
    );
    this.#cases = new Map(own.map((one) => [one.subject, one]));
  }

  get subjects(): string[] {
    return [...this.#cases.keys()];
  }

  caseOf(subject: string): Case | undefined {
    return this.#cases.get(subject);
  }

  measuredCase(subject: string): MeasuredCase | undefined {
    const one = this.#cases.get(subject);
    return one?.status === 'measured' ? one : undefined;
  }

  /** Subject over reference, whichever way round the run compared them. */
  ratio(subject: string, reference: string): Ratio | undefined {
    for (const one of this.group.comparisons) {
      if (one.subject === subject && one.reference === reference) return one;
      if (one.subject === reference && one.reference === subject) return inverse(one);
    }
    return undefined;
  }

  /** Subjects that were measured, in the order of their ranks. */
  get ranked(): string[] {
    return this.group.ranks.map(({ subject }) => subject);
  }

  /** Subjects that no other was found better than, in the order of their ranks. */
  get best(): string[] {
    return this.bestAmong(this.ranked);
  }

  /** Those of some subjects that no other of them was found better than. */
  bestAmong(subjects: readonly string[]): string[] {
    return subjects.filter((subject) =>
      subjects.every((other) => this.ratio(other, subject)?.verdict !== 'better'),
    );
  }
}

/** The groups of a scenario whose parameters hold those given, in the order of the run. */
export function groupsOf(
  document: Pick<Document, 'groups' | 'cases'>,
  scenario: string,
  parameters: Parameters = {},
): MeasuredGroup[] {
  return document.groups
    .filter((one) => one.scenario === scenario && holds(one.parameters, parameters))
    .map((group) => new MeasuredGroup(group, document));
}

/** The same comparison seen from the other side. */
export function inverse<Value extends Pick<Ratio, 'ratio' | 'low' | 'high' | 'verdict'>>(
  one: Value,
): Value {
  const verdicts = { tie: 'tie', better: 'worse', worse: 'better' } as const;
  return {
    ...one,
    ratio: 1 / one.ratio,
    low: 1 / one.high,
    high: 1 / one.low,
    verdict: verdicts[one.verdict],
  };
}

function holds(all: Parameters, some: Parameters): boolean {
  return Object.entries(some).every(([axis, value]) => all[axis] === value);
}
