import type { ResultDocument } from './schema.ts';

/**
 * The method by which this program computes figures from samples: summaries, intervals, comparisons
 * and the tables every scenario gets. It is raised whenever the same samples give other figures,
 * so that a document of an older method is told from a wrong one; `CHANGELOG.md` says what each
 * changed.
 */
export const currentMethod = 2;

/** The method of a document; the first documents do not name theirs. */
export function methodOf({ run }: Pick<ResultDocument, 'run'>): number {
  return run.method ?? 1;
}
