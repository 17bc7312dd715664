import { checkReferences } from './check-references.ts';
import { checkSchema, isDocument } from './check-schema.ts';
import { checkStructure } from './check-structure.ts';
import { DocumentError } from './document-error.ts';
import { migrate } from './migrate.ts';
import type { ResultDocument } from './schema.ts';

/** Largest document that is read, in characters of its JSON: 64 MiB. */
export const maximumDocumentLength = 64 * 1024 * 1024;

/**
 * A result document from its JSON, brought to the current schema version and checked by every rule
 * but its fingerprint, which `verifyDocument` recomputes.
 * @param name What messages call the document: its file.
 * @throws DocumentError naming the file, each field at fault and the rule it breaks.
 */
export function parseDocument(json: string, name: string): ResultDocument {
  if (json.length > maximumDocumentLength) {
    throw refusal(
      name,
      `expected at most ${maximumDocumentLength} characters of JSON, not ${json.length}`,
    );
  }
  const data = parseJson(json, name);
  const document = isDocument(data) ? data : brought(data, name);
  refuse(name, checkReferences(document));
  return document;
}

function brought(data: unknown, name: string): ResultDocument {
  refuse(name, checkStructure(data));
  const checked = checkSchema(migrated(data, name));
  if ('problems' in checked) throw new DocumentError(name, checked.problems);
  return checked.document;
}

function parseJson(json: string, name: string): unknown {
  try {
    return JSON.parse(json.charCodeAt(0) === 0xfeff ? json.slice(1) : json);
  } catch (error) {
    throw refusal(name, `expected JSON: ${error instanceof Error ? error.message : error}`);
  }
}

function migrated(data: unknown, name: string): unknown {
  try {
    return migrate(data);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new DocumentError(name, [{ path: 'schemaVersion', rule: error.message }]);
  }
}

function refuse(name: string, problems: DocumentError['problems']): void {
  if (problems.length > 0) throw new DocumentError(name, problems);
}

function refusal(name: string, rule: string): DocumentError {
  return new DocumentError(name, [{ path: '', rule }]);
}
