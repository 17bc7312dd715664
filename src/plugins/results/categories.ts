import type { Scenario } from '../../../bench-runner/results/schema.ts';
import type { Category } from './page-data.ts';

/**
 * Something of each scenario by the scenarios' categories, in the order of their first ones. Those
 * without a category come last, under no name.
 */
export function byCategory<Row>(
  scenarios: readonly Scenario[],
  rowOf: (scenario: Scenario) => Row | null,
): Category<Row>[] {
  const categories = new Map<string | null, Row[]>();
  for (const scenario of scenarios) {
    const row = rowOf(scenario);
    if (row === null) continue;
    const title = scenario.category === undefined ? null : categoryTitle(scenario.category);
    categories.set(title, [...(categories.get(title) ?? []), row]);
  }
  return [...categories]
    .map(([title, rows]) => ({ title, rows }))
    .sort((a, b) => Number(a.title === null) - Number(b.title === null));
}

const abbreviations = new Set(['api', 'cpu', 'db', 'http', 'io', 'json', 'orm', 'sql']);

/** `db-advanced` as a heading: DB advanced. */
export function categoryTitle(id: string): string {
  const words = id
    .split('-')
    .map((word) => (abbreviations.has(word) ? word.toUpperCase() : word))
    .join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
