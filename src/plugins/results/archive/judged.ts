import type { ResultDocument } from '../../../../bench-runner/results/schema.ts';
import { tablePagePath } from '../paths.ts';
import { type JudgedTables, judgedKey, judgementsOf } from './agreement.ts';
import type { JudgedEntries } from './task.ts';

/**
 * Adds a version's tables, where no newer version has them: call with the newest version first.
 * @param known Tables that are left out, besides those in `judged`.
 */
export function addJudged(
  judged: JudgedTables,
  version: string,
  documents: readonly ResultDocument[],
  known?: JudgedTables,
): void {
  for (const document of documents) {
    for (const table of document.tables) {
      const key = judgedKey(document, table);
      if (judged.has(key) || known?.has(key)) continue;
      const path = `${tablePagePath(version, document.suite.id, table.scenario)}#${table.id}`;
      judged.set(key, { version, path, judgements: judgementsOf(table) });
    }
  }
}

export function toEntries(judged: JudgedTables): JudgedEntries {
  return [...judged].map(([key, { judgements, ...table }]) => [
    key,
    { ...table, judgements: [...judgements] },
  ]);
}

export function fromEntries(...lists: JudgedEntries[]): JudgedTables {
  return new Map(
    lists.flat().map(([key, table]) => [key, { ...table, judgements: new Map(table.judgements) }]),
  );
}
