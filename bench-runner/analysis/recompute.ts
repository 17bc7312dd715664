import type { SuiteDefinition } from '../define/suite.ts';
import type { ResultDocument } from '../results/schema.ts';
import type { Table } from '../results/tables.ts';
import { analyse } from './analyse.ts';
import { type Difference, differencesOf } from './difference.ts';

/**
 * Recomputes from its samples everything a document derives from them and lists what differs;
 * empty where the document agrees with itself. The fingerprint says that nothing was changed since
 * the document was sealed; this says that what was sealed follows from what was measured.
 *
 * @param suite with it, the suite's own tables and its answers are recomputed too; without it, only
 *   the tables that every scenario gets.
 */
export function recompute(
  document: ResultDocument,
  suite?: Pick<SuiteDefinition, 'tables' | 'answers'>,
): Difference[] {
  let analysis: ReturnType<typeof analyse>;
  try {
    analysis = analyse(document);
  } catch (error) {
    const { message } = error as Error;
    return [{ path: 'cases', kind: 'figure', published: null, recomputed: message }];
  }
  const { cases, groups, caveats } = analysis;
  const measured = { ...document, ...analysis };
  const tables = [...analysis.tables, ...(suite?.tables?.(measured) ?? [])];
  return [
    ...differencesOf(document.cases, cases, 'cases'),
    ...differencesOf(document.groups, groups, 'groups'),
    ...compareTables(document.tables, tables, suite !== undefined),
    ...(suite
      ? differencesOf(document.answers, suite.answers?.(measured, tables) ?? [], 'answers')
      : []),
    ...differencesOf(document.caveats, caveats, 'caveats'),
  ];
}

/** By id, since a suite's own tables stand among them; all of them only where all are known. */
function compareTables(
  published: readonly Table[],
  recomputed: readonly Table[],
  all: boolean,
): Difference[] {
  const indexes = new Map(published.map(({ id }, index) => [id, index]));
  const known = new Set(recomputed.map(({ id }) => id));
  const extra = published.filter(({ id }) => !known.has(id));
  return [
    ...recomputed.flatMap((table) => {
      const index = indexes.get(table.id);
      return index === undefined
        ? differencesOf(undefined, table.id, 'tables')
        : differencesOf(published[index], table, `tables[${index}]`);
    }),
    ...(all
      ? extra.flatMap(({ id }) => differencesOf(id, undefined, `tables[${indexes.get(id)}]`))
      : []),
  ];
}
