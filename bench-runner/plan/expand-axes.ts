import type { AxisDefinition } from '../define/axis.ts';
import type { Parameters } from '../results/identifiers.ts';
import type { Profile } from '../results/schema.ts';

/** Values of an axis in a profile; `full` falls back to the standard values. */
export function axisValues(axis: AxisDefinition, profile: Profile) {
  return profile === 'full' ? (axis.full ?? axis.standard) : axis[profile];
}

/**
 * The cross product of a scenario's axes, the last axis varying fastest. One empty combination
 * without axes; none where an axis has no value in the profile.
 */
export function expandAxes(
  axes: Readonly<Record<string, AxisDefinition>>,
  profile: Profile,
): Parameters[] {
  let combinations: Parameters[] = [{}];
  for (const [id, axis] of Object.entries(axes)) {
    combinations = combinations.flatMap((combination) =>
      axisValues(axis, profile).map((value) => ({ ...combination, [id]: value })),
    );
  }
  return combinations;
}
