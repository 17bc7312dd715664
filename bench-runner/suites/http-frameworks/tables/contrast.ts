import {
  type Document,
  groupsOf,
  type MeasuredGroup,
} from '../../../define/tables/measured-group.ts';
import { type Figure, type PairedRatio, pairedRatio } from '../../../define/tables/paired-ratio.ts';
import type { MeasuredCase } from '../../../results/cases.ts';
import type { Parameters, ParameterValue } from '../../../results/identifiers.ts';

/** Two values of an axis, measured with one subject and with everything else the same. */
export interface Contrast {
  scenario: string;
  axis: string;
  of: ParameterValue;
  to: ParameterValue;
  /** Values on the other axes; the first measured without them. */
  fixed?: Parameters;
}

/** Both sides of a contrast, measured. */
export interface Sides {
  groups: [MeasuredGroup, MeasuredGroup];
  of: MeasuredCase;
  to: MeasuredCase;
  ratio(figure: Figure): PairedRatio | undefined;
}

/** The two groups of a contrast; undefined where the run has not both. */
export function contrastGroups(
  document: Pick<Document, 'groups' | 'cases'>,
  { scenario, axis, of, to, fixed = {} }: Contrast,
): [MeasuredGroup, MeasuredGroup] | undefined {
  for (const group of groupsOf(document, scenario, { ...fixed, [axis]: of })) {
    const others = { ...group.group.parameters, [axis]: to };
    const [other] = groupsOf(document, scenario, others);
    if (other !== undefined) return [group, other];
  }
  return undefined;
}

/** A contrast within one subject; undefined where it was not measured on both sides. */
export function contrastOf(
  groups: [MeasuredGroup, MeasuredGroup] | undefined,
  subject: string,
): Sides | undefined {
  const of = groups?.[0].measuredCase(subject);
  const to = groups?.[1].measuredCase(subject);
  if (groups === undefined || of === undefined || to === undefined) return undefined;
  return { groups, of, to, ratio: (figure) => pairedRatio(of, to, figure) };
}

/** Subjects measured on both sides, in the order of the suite. */
export function subjectsOf(
  { suite }: Pick<Document, 'suite'>,
  groups: [MeasuredGroup, MeasuredGroup] | undefined,
): string[] {
  return suite.subjects
    .map(({ id }) => id)
    .filter((subject) => contrastOf(groups, subject) !== undefined);
}
