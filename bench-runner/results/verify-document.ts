import { fingerprint } from './fingerprint.ts';
import { inexactLine } from './inexact-line.ts';
import { parseDocument } from './parse.ts';
import type { ResultDocument } from './schema.ts';
import { shortFingerprint } from './short-fingerprint.ts';

/** A result document and what in it disagrees with itself; nothing where it is whole. */
export interface VerifiedDocument {
  document: ResultDocument;
  differences: string[];
}

/**
 * Reads a document and recomputes its fingerprint from its content as it stands in the file, before
 * any migration: a document keeps its fingerprint when the schema moves on.
 * @throws DocumentError where it breaks the schema, so that there is nothing to recompute.
 */
export function verifyDocument(json: string, name: string): VerifiedDocument {
  const document = parseDocument(json, name);
  const text = json.replace(/^\uFEFF/, '');
  const { fingerprint: stated, ...content } = JSON.parse(text);
  const computed = fingerprint(content);
  const differences: string[] = [];
  if (computed !== stated) {
    differences.push(
      `fingerprint: the document says ${shortFingerprint(document.fingerprint)}…, its content gives ${shortFingerprint(computed)}…`,
    );
  }
  const line = inexactLine(text);
  if (line !== null) {
    differences.push(
      `line ${line}: a number is not written in its shortest form, or a key stands twice in an object, so that a program reads something else than what is written`,
    );
  }
  return { document, differences };
}
