import type { AxisDefinition } from '../../../define/axis.ts';
import type { ParameterValue } from '../../../results/identifiers.ts';

/** SQL written by hand against the ORM or query builder that the subject brings. */
export function dataLayerAxis(
  quick: readonly string[],
  standard: readonly string[],
): AxisDefinition<string> {
  return { title: 'Data layer', quick, standard, full: ['sql', 'orm'] };
}

/** Tells the server which data layer to use. */
export function dataLayerEnvironment(
  parameters: Readonly<Record<string, ParameterValue>>,
): Record<string, string> {
  return { DATA_LAYER: String(parameters['data-layer']) };
}
