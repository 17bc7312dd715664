import type { MeasuredSuite } from '../../../define/suite.ts';
import type { Case, MeasuredCase } from '../../../results/cases.ts';
import type { ParameterValue } from '../../../results/identifiers.ts';
import type { Comparison, Group } from '../../../results/schema.ts';

/** Subjects that are bounds and no multiplexers: they are compared with, and win nothing. */
const references = new Set(['bare-writev']);

/** The ratio of two subjects in a scenario's first metric, seen from the first of them. */
export type Ratio = Pick<Comparison, 'ratio' | 'low' | 'high' | 'pairs' | 'verdict'>;

/** What was measured for one scenario with one value on its one axis. */
export class MeasuredGroup {
  readonly group: Group;
  readonly #cases: ReadonlyMap<string, Case>;

  private constructor(group: Group, cases: readonly Case[]) {
    this.group = group;
    this.#cases = new Map(cases.map((one) => [one.subject, one]));
  }

  /** The group, or undefined where the run has none of it. */
  static find(
    measured: Pick<MeasuredSuite, 'groups' | 'cases'>,
    scenario: string,
    axis: string,
    value: ParameterValue,
  ): MeasuredGroup | undefined {
    const group = measured.groups.find(
      (one) => one.scenario === scenario && one.parameters[axis] === value,
    );
    if (group === undefined) return undefined;
    const cases = measured.cases.filter(
      (one) => one.scenario === scenario && one.parameters[axis] === value,
    );
    return new MeasuredGroup(group, cases);
  }

  caseOf(subject: string): Case | undefined {
    return this.#cases.get(subject);
  }

  measuredCase(subject: string): MeasuredCase | undefined {
    const one = this.#cases.get(subject);
    return one?.status === 'measured' ? one : undefined;
  }

  /** Multiplexers that were measured, in the order of their ranks. */
  get contenders(): string[] {
    return this.group.ranks
      .map(({ subject }) => subject)
      .filter((subject) => !references.has(subject));
  }

  /** Subject over reference, whichever way round the run compared them. */
  ratio(subject: string, reference: string): Ratio | undefined {
    for (const one of this.group.comparisons) {
      if (one.subject === subject && one.reference === reference) return one;
      if (one.subject === reference && one.reference === subject) return inverse(one);
    }
    return undefined;
  }

  /** Contenders that no other contender was found better than, fastest first. */
  get best(): string[] {
    const { contenders } = this;
    return contenders.filter((subject) =>
      contenders.every((other) => this.ratio(other, subject)?.verdict !== 'better'),
    );
  }
}

/** The same comparison seen from the other side. */
export function inverse({ ratio, low, high, pairs, verdict }: Ratio): Ratio {
  const verdicts = { tie: 'tie', better: 'worse', worse: 'better' } as const;
  return { ratio: 1 / ratio, low: 1 / high, high: 1 / low, pairs, verdict: verdicts[verdict] };
}
