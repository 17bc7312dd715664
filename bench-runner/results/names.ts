import type { Problem } from './document-error.ts';
import { fieldPath } from './field-path.ts';
import type { Metric, ResultDocument, Scenario, Subject } from './schema.ts';

/** What a suite declares, by id. Maps, so that an id such as `constructor` finds nothing. */
export interface Names {
  metrics: ReadonlyMap<string, Metric>;
  scenarios: ReadonlyMap<string, Scenario>;
  subjects: ReadonlyMap<string, Subject>;
}

export function namesOf(suite: ResultDocument['suite']): Names {
  return {
    metrics: new Map(suite.metrics.map((metric) => [metric.id, metric])),
    scenarios: new Map(suite.scenarios.map((scenario) => [scenario.id, scenario])),
    subjects: new Map(suite.subjects.map((subject) => [subject.id, subject])),
  };
}

/** A problem where a name is used that is not declared. */
export function known(
  declared: ReadonlyMap<string, unknown>,
  id: string,
  path: readonly PropertyKey[],
  noun: string,
): Problem[] {
  if (declared.has(id)) return [];
  const names = [...declared.keys()].slice(0, 8).join(', ') || 'none';
  const more = declared.size > 8 ? ', …' : '';
  return [
    {
      path: fieldPath(path),
      rule: `unknown ${noun} ${JSON.stringify(id)}; declared: ${names}${more}`,
    },
  ];
}

/** A problem for each entry whose key an earlier entry has. */
export function unique<Key extends string>(
  entries: readonly Readonly<Record<Key, string>>[],
  path: readonly PropertyKey[],
  key: Key,
): Problem[] {
  const first = new Map<string, number>();
  return entries.flatMap((entry, index) => {
    const earlier = first.get(entry[key]);
    if (earlier === undefined) first.set(entry[key], index);
    return earlier === undefined
      ? []
      : [
          {
            path: fieldPath([...path, index, key]),
            rule: `expected to be unique; entry ${earlier} has it too`,
          },
        ];
  });
}
