import { recompute } from '../analysis/recompute.ts';
import type { SuiteDefinition } from '../define/suite.ts';
import type { ResultDocument } from '../results/schema.ts';

type Definition = Pick<SuiteDefinition, 'tables' | 'answers'>;

/**
 * Figures of a document that do not follow from its samples, in words. Sentences may be put
 * otherwise by a later version of the program and are left out.
 */
export function figureDifferences(document: ResultDocument, suite?: Definition): string[] {
  return recompute(document, suite)
    .filter(({ kind }) => kind === 'figure')
    .map(({ path, published, recomputed }) => {
      return `${path}: the document says ${inShort(published)}, its samples give ${inShort(recomputed)}`;
    });
}

function inShort(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
