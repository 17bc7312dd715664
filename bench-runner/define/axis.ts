import type { ParameterValue } from '../results/identifiers.ts';

/** A parameter axis: its values are a cross product with the other axes, cut by profile. */
export interface AxisDefinition<Value extends ParameterValue = ParameterValue> {
  title: string;
  unit?: string;
  /** Values measured in the quick profile; an empty list leaves the scenario out of it. */
  quick: readonly Value[];
  standard: readonly Value[];
  /** Defaults to the standard values. */
  full?: readonly Value[];
}
