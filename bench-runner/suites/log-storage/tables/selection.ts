import {
  type Document,
  groupsOf,
  type MeasuredGroup,
} from '../../../define/tables/measured-group.ts';
import { formatParameters } from '../../../results/format.ts';
import type { Parameters } from '../../../results/identifiers.ts';

/** Cases of a scenario: values on those of its axes that matter. */
export interface Selection {
  scenario: string;
  parameters: Parameters;
}

/**
 * The group of a selection. Where values on further axes leave several, the last of them, which has
 * the largest values.
 */
export function groupOf(
  document: Pick<Document, 'groups' | 'cases'>,
  { scenario, parameters }: Selection,
): MeasuredGroup | undefined {
  return groupsOf(document, scenario, parameters).at(-1);
}

/** Why there is no figure of a selection that the run has no group of. */
export function notMeasured(
  { suite, run }: Pick<Document, 'suite' | 'run'>,
  { scenario, parameters }: Selection,
): string {
  const declared = suite.scenarios.find(({ id }) => id === scenario);
  const values = formatParameters(parameters, declared?.axes ?? []);
  const at = values === '' ? '' : ` with ${values}`;
  return `not in this run: it measured no ${declared?.title ?? scenario}${at} (profile ${run.profile})`;
}

/** A group's parameters in words, without the durability, which has a column of its own. */
export function caseTitle(
  { suite }: Pick<Document, 'suite'>,
  { group }: Pick<MeasuredGroup, 'group'>,
): string {
  const axes = suite.scenarios.find(({ id }) => id === group.scenario)?.axes ?? [];
  const { durability: _, ...parameters } = group.parameters;
  return formatParameters(parameters, axes) || 'the only case';
}

/** A scenario's title, or its id where the run does not know it. */
export function scenarioTitle({ suite }: Pick<Document, 'suite'>, scenario: string): string {
  return suite.scenarios.find(({ id }) => id === scenario)?.title ?? scenario;
}
