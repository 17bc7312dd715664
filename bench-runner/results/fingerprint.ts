import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical.ts';
import type { ResultDocument } from './schema.ts';
import type { Table } from './tables.ts';

/** SHA-256 of the canonical JSON of some data, in 64 lower-case hexadecimal digits. */
export function fingerprint(data: unknown): string {
  return createHash('sha256').update(canonicalJson(data), 'utf8').digest('hex');
}

/** The fingerprint a citation of the table carries. */
export function fingerprintOfTable(table: Table): string {
  return fingerprint(table);
}

/** The fingerprint a document should carry: of everything in it but the fingerprint itself. */
export function fingerprintOfDocument(
  document: Omit<ResultDocument, 'fingerprint'> & { fingerprint?: string },
): string {
  const { fingerprint: _, ...content } = document;
  return fingerprint(content);
}
