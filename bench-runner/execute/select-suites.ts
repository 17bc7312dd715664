import type { DiscoveredSuite } from '../discovery/discover.ts';

/** A wrong choice of what to run. */
export class SelectionError extends Error {
  override readonly name = 'SelectionError';
  readonly remedy: string;

  constructor(problem: string, remedy: string) {
    super(problem);
    this.remedy = remedy;
  }
}

/**
 * The suites named, or all where none is.
 *
 * @throws SelectionError for a suite, category, scenario or subject that does not exist, naming those that do.
 */
export function selectSuites(
  suites: readonly DiscoveredSuite[],
  selection: {
    suites: readonly string[];
    categories?: readonly string[];
    scenarios?: readonly string[];
    subjects?: readonly string[];
  },
): DiscoveredSuite[] {
  assertKnown(
    'suite',
    selection.suites,
    suites.map(({ id }) => id),
  );
  const selected = suites.filter(
    ({ id }) => selection.suites.length === 0 || selection.suites.includes(id),
  );
  const ids = (kind: 'scenarios' | 'subjects') =>
    selected.flatMap((suite) => suite[kind].map(({ id }) => id));
  assertKnown(
    'category',
    selection.categories ?? [],
    selected.flatMap(({ scenarios }) =>
      scenarios.flatMap((each) => each.definition.category ?? []),
    ),
  );
  assertKnown('scenario', selection.scenarios ?? [], ids('scenarios'));
  assertKnown('subject', selection.subjects ?? [], ids('subjects'));
  return selected;
}

function assertKnown(what: string, asked: readonly string[], known: readonly string[]): void {
  const unknown = asked.find((id) => !known.includes(id));
  if (unknown === undefined) return;
  throw new SelectionError(
    `there is no ${what} "${unknown}"`,
    `choose from: ${[...new Set(known)].join(', ') || '(none)'}`,
  );
}
