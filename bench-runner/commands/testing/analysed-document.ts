import { analyse } from '../../analysis/analyse.ts';
import type { ResultDocument } from '../../results/schema.ts';
import { seal } from '../../results/seal.ts';
import { exampleDocument } from '../../results/testing/example-document.ts';

/** The example document with what its samples give, as a run would write it. */
export function analysedDocument(): ResultDocument {
  const { fingerprint: _, ...content } = exampleDocument();
  const analysis = analyse(content);
  const [table] = analysis.tables;
  return seal({
    ...content,
    ...analysis,
    answers: content.answers.map((answer) => ({ ...answer, table: table?.id ?? answer.table })),
  });
}
