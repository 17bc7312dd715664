import { recompute } from '../analysis/recompute.ts';
import type { SuiteDefinition } from '../define/suite.ts';
import { currentMethod, methodOf } from '../results/method.ts';
import type { ResultDocument } from '../results/schema.ts';

type Definition = Pick<SuiteDefinition, 'tables' | 'answers'>;

/** What was found when the figures of a document were computed anew from its samples. */
export interface Recomputed {
  /** Figures that do not follow from the samples, in words. */
  differences: string[];
  /** Why figures may differ although nothing is wrong; null where they must not. */
  otherMethod: string | null;
}

/**
 * Computes the figures of a document anew. One of another method is still compared, since most of
 * what a method does stays from one to the next; what differs there is no fault of the document.
 * Sentences may be put otherwise by a later version of the program and are left out.
 */
export function recomputed(document: ResultDocument, suite?: Definition): Recomputed {
  const differences = recompute(document, suite)
    .filter(({ kind }) => kind === 'figure')
    .map(({ path, published, recomputed }) => {
      return `${path}: the document says ${inShort(published)}, its samples give ${inShort(recomputed)}`;
    });
  const method = methodOf(document);
  if (method === currentMethod || differences.length === 0) {
    return { differences, otherMethod: null };
  }
  return { differences, otherMethod: otherMethod(document, method) };
}

function otherMethod({ run }: ResultDocument, method: number): string {
  const computes = `of method ${method}; this program computes by method ${currentMethod}`;
  const { version, commit, modified } = run.lab;
  if (commit === null) return `${computes}; Benchmark Lab ${version} recomputes them`;
  return `${computes}; commit ${commit}${modified ? ', with changes that no commit has,' : ''} recomputes them`;
}

function inShort(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
