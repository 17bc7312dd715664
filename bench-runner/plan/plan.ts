import type { DiscoveredScenario } from '../discovery/scenarios.ts';
import type { DiscoveredSubject } from '../discovery/subjects.ts';
import type { Parameters } from '../results/identifiers.ts';
import type { Profile } from '../results/schema.ts';
import { expandAxes } from './expand-axes.ts';
import { type ProfileSettings, profileSettings } from './profile-settings.ts';

/** The cases that are measured side by side: one scenario, one combination of parameters. */
export interface PlannedGroup {
  /** `scenario/axis=value,…`, or `scenario/-` without axes; with `/subject` it is a case's key. */
  key: string;
  scenario: string;
  parameters: Parameters;
  baseline: string;
  /** Subjects to be measured. */
  subjects: string[];
  /** Subjects that say they cannot do the scenario, with their reason. */
  unsupported: { subject: string; reason: string }[];
  timing: ProfileSettings;
}

export interface Selection {
  profile: Profile;
  /** Ids to keep; everything without it. */
  scenarios?: readonly string[];
  subjects?: readonly string[];
  categories?: readonly string[];
}

/** What planning reads of a suite. */
export interface PlannableSuite {
  id: string;
  scenarios: readonly Pick<DiscoveredScenario, 'id' | 'definition'>[];
  subjects: readonly Pick<DiscoveredSubject, 'id' | 'manifest'>[];
}

/**
 * The groups of a suite that a selection leaves. The baseline stays where other subjects are
 * selected: without it there would be nothing to compare with and no A/A pair. A subject that is
 * selected by name takes part also where its scenario keeps it out of the profile.
 */
export function planSuite(suite: PlannableSuite, selection: Selection): PlannedGroup[] {
  const selected = (list: readonly string[] | undefined, id: string) => !list || list.includes(id);
  const isNamed = (subject: string) => selection.subjects?.includes(subject) ?? false;
  const groups: PlannedGroup[] = [];
  for (const { id, definition } of suite.scenarios) {
    if (!selected(selection.scenarios, id)) continue;
    if (selection.categories && !selection.categories.includes(definition.category ?? '')) continue;
    const inProfile = {
      quick: definition.quickSubjects,
      standard: definition.standardSubjects,
      full: undefined,
    }[selection.profile];
    const taking = suite.subjects.filter(
      ({ id: subject }) =>
        selected(definition.subjects, subject) &&
        (selected(inProfile, subject) || (inProfile?.length && isNamed(subject))),
    );
    const chosen = taking.filter((subject) => selected(selection.subjects, subject.id));
    if (chosen.length === 0) continue;
    const subjects = taking.filter(
      (subject) => chosen.includes(subject) || subject.id === definition.baseline,
    );
    const reasons = subjects.flatMap((subject) => {
      const reason = subject.manifest.unsupported[id];
      return reason === undefined ? [] : [{ subject: subject.id, reason }];
    });
    const able = subjects.filter((subject) => subject.manifest.unsupported[id] === undefined);
    for (const parameters of expandAxes(definition.axes, selection.profile)) {
      groups.push({
        key: groupKey(id, parameters),
        scenario: id,
        parameters,
        baseline: definition.baseline,
        subjects: able.map((subject) => subject.id),
        unsupported: reasons,
        timing: {
          ...profileSettings[selection.profile],
          ...definition.timing?.[selection.profile],
        },
      });
    }
  }
  return groups;
}

function groupKey(scenario: string, parameters: Parameters): string {
  const values = Object.entries(parameters).map(([axis, value]) => `${axis}=${value}`);
  return `${scenario}/${values.join(',') || '-'}`;
}
