import { citationFormatNames, citationFormats } from './citation/formats.ts';
import { citationOf } from './citation.ts';
import { type CitationClaim, citationClaims, citationToken } from './citation-token.ts';
import { fingerprintOfTable } from './fingerprint.ts';
import { siteRoot } from './site.ts';
import { documentFile, readDocumentText, versionFolder } from './store.ts';
import { verifyDocument } from './verify-document.ts';

/** What a claim of a citation was found to be worth. */
export interface VerifiedClaim {
  claim: string;
  /** What contradicts it; nothing where it holds. */
  differences: string[];
  /** What was compared, and what could not be. */
  notes: string[];
}

/**
 * Recomputes what a citation claims from the published version it names, and compares the figures
 * that stand in the text with those of the table.
 * @param text The whole text the claim was found in.
 */
export async function verifyClaim(
  claim: CitationClaim,
  text: string,
  root?: string,
): Promise<VerifiedClaim> {
  const result: VerifiedClaim = { claim: citationToken(claim), differences: [], notes: [] };
  const file = documentFile(versionFolder(claim.version, root), claim.suite);
  const json = await textOf(file);
  if (json === null) {
    result.differences.push(`version ${claim.version} holds no suite ${claim.suite} here: ${file}`);
    return result;
  }
  const { document, differences } = verifyDocument(json, file);
  result.differences.push(...differences.map((difference) => `${file}: ${difference}`));
  const table = document.tables.find(({ id }) => id === claim.table);
  if (!table) {
    result.differences.push(`${file} holds no table ${claim.table}`);
    return result;
  }
  const fingerprint = fingerprintOfTable(table);
  if (!fingerprint.startsWith(claim.fingerprint)) {
    const stored = fingerprint.slice(0, claim.fingerprint.length);
    result.differences.push(
      `fingerprint: the citation says ${claim.fingerprint}, the published table gives ${stored}`,
    );
  }
  const citation = citationOf({
    ...document,
    version: claim.version,
    table,
    fingerprint,
    siteRoot: siteRoot(),
  });
  const figures = compareFigures(
    text,
    Object.fromEntries(
      citationFormatNames.map((name) => [name, citationFormats[name].rows(citation)]),
    ),
  );
  result.differences.push(...figures.differences);
  result.notes.push(figures.note);
  return result;
}

/**
 * Looks for the rows of a table in a text, in the format that most of them are found in. Where the
 * text cites several tables, one row may be that of another: then most must stand there before the
 * table counts as pasted.
 * @param rowsByFormat The rows as each format writes them, its heading among them.
 */
export function compareFigures(
  text: string,
  rowsByFormat: Readonly<Record<string, readonly string[]>>,
): { differences: string[]; note: string } {
  const pasted = squeezed(text);
  const formats = Object.entries(rowsByFormat).map(([format, rows]) => ({
    format,
    missing: rows.filter((row) => !pasted.includes(squeezed(row))),
    found: rows.filter((row) => pasted.includes(squeezed(row))).length,
  }));
  const [closest] = formats.toSorted((a, b) => b.found - a.found);
  const several = citationClaims(text).length > 1;
  const enough = several ? ((closest?.missing.length ?? 0) + (closest?.found ?? 0)) / 2 : 0;
  if (!closest || closest.found <= enough) {
    return {
      differences: [],
      note: 'figures: none in the text were compared, only the fingerprint',
    };
  }
  return {
    differences: closest.missing.map(
      (row) => `figures: a row of the ${closest.format} citation is missing or changed: ${row}`,
    ),
    note: `figures: ${closest.found} of ${closest.found + closest.missing.length} lines stand in the text as published`,
  };
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readDocumentText(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
