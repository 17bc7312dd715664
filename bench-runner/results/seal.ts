import { checkReferences } from './check-references.ts';
import { checkSchema } from './check-schema.ts';
import { DocumentError } from './document-error.ts';
import { fingerprintOfDocument } from './fingerprint.ts';
import type { ResultDocument } from './schema.ts';

/**
 * Checks a finished document by every rule and gives it its fingerprint.
 * @throws DocumentError naming each field at fault.
 */
export function seal(content: Omit<ResultDocument, 'fingerprint'>): ResultDocument {
  const name = `the document of suite ${content.suite.id}`;
  const checked = checkSchema({ ...content, fingerprint: '0'.repeat(64) });
  if ('problems' in checked) throw new DocumentError(name, checked.problems);
  const problems = checkReferences(checked.document);
  if (problems.length > 0) throw new DocumentError(name, problems);
  return { ...checked.document, fingerprint: fingerprintOfDocument(checked.document) };
}
