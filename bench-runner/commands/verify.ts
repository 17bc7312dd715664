import { readFile, stat } from 'node:fs/promises';
import { text as readStream } from 'node:stream/consumers';
import { Command } from 'commander';
import { type CitationClaim, citationClaims } from '../results/citation-token.ts';
import { DocumentError } from '../results/document-error.ts';
import { documentFile, readDocumentText } from '../results/store.ts';
import { verifyClaim } from '../results/verify-citation.ts';
import { verifyDocument } from '../results/verify-document.ts';
import { LabError } from './lab-error.ts';
import { figureDifferences } from './recomputed.ts';
import { selectResults } from './selected-results.ts';
import { terminalWidth, wrapped } from './terminal-text.ts';

/** What was checked, and what it was found to be worth. */
export interface Verified {
  what: string;
  agrees: boolean;
  differences: string[];
  notes: string[];
}

export function verifyCommand(): Command {
  return new Command('verify')
    .description('Check citations and result documents against what was published and measured.')
    .argument(
      '<what...>',
      'a citation; a file that holds one, or a result document; a version or run; - reads standard input',
    )
    .option('--json', 'print JSON on standard output')
    .addHelpText(
      'after',
      `
Example:
  $ lab verify 'lab:2026.11/multiplexer/write-memory-1024@0123456789ab'
  $ lab verify review.md
  $ lab verify static/results/2026.11/multiplexer.json
  $ pbpaste | lab verify -`,
    )
    .action(async (what: string[], flags: { json?: boolean }) => {
      const verified: Verified[] = [];
      for (const each of what) verified.push(...(await verify(each)));
      const agrees = verified.every((each) => each.agrees);
      console.log(
        flags.json
          ? JSON.stringify({ agrees, checks: verified }, null, 2)
          : describeVerified(verified, terminalWidth()),
      );
      if (!agrees) process.exitCode = 1;
    });
}

/** Everything that an argument holds, checked. @throws LabError where it holds nothing to check. */
export async function verify(what: string, root: string = process.cwd()): Promise<Verified[]> {
  if (what === '-') return verifyText(await readStream(process.stdin), 'standard input', root);
  const claims = citationClaims(what);
  if (claims.length > 0) return verifyClaims(claims, what, root);
  if (await isFile(what)) return verifyText(await readDocumentText(what), what, root);
  if (/^[\w.-]+(?:\/[\w-]+)?$/.test(what)) return verifyStored(what, root);
  throw nothingToVerify(what);
}

async function verifyText(text: string, name: string, root: string): Promise<Verified[]> {
  const claims = citationClaims(text);
  if (isDocument(text) || (claims.length === 0 && name.endsWith('.json'))) {
    return [verifyJson(text, name)];
  }
  if (claims.length === 0) throw nothingToVerify(name);
  return verifyClaims(claims, text, root);
}

async function verifyStored(reference: string, root: string): Promise<Verified[]> {
  const { results, documents } = await selectResults(reference, root);
  const suites = [
    ...documents.map(({ suite }) => suite.id),
    ...(reference.includes('/') ? [] : results.broken.map(({ suite }) => suite)),
  ];
  const files = suites.map((suite) => documentFile(results.folder, suite));
  return Promise.all(files.map(async (file) => verifyJson(await readFile(file, 'utf8'), file)));
}

async function verifyClaims(
  claims: readonly CitationClaim[],
  text: string,
  root: string,
): Promise<Verified[]> {
  const verified: Verified[] = [];
  for (const claim of claims) {
    const { claim: what, differences, notes } = await verifyClaim(claim, text, root);
    verified.push({ what, agrees: differences.length === 0, differences, notes });
  }
  return verified;
}

function verifyJson(json: string, what: string): Verified {
  try {
    const { document, differences } = verifyDocument(json, what);
    const all = [...differences, ...figureDifferences(document)];
    const trials = document.cases.flatMap((one) => (one.status === 'measured' ? one.trials : []));
    const notes = [
      `schema: valid, version ${document.schemaVersion}`,
      ...(differences.length === 0 ? ['fingerprint: that of the content'] : []),
      ...(all.length === differences.length
        ? [`figures: those that ${trials.length} trials give`]
        : []),
    ];
    return { what, agrees: all.length === 0, differences: all, notes };
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    const differences = error.problems.map(({ path, rule }) => `schema: ${path}: ${rule}`);
    return { what, agrees: false, differences, notes: [] };
  }
}

const shown = 20;

/** The outcome as it is read on a terminal of that many columns. */
export function describeVerified(verified: readonly Verified[], width: number): string {
  return verified
    .map(({ what, agrees, differences, notes }) =>
      [
        ...wrapped(`${what}: ${agrees ? 'agrees' : 'DIFFERS'}`, width),
        ...differences.slice(0, shown).flatMap((line) => wrapped(line, width, '  ')),
        ...(differences.length > shown ? [`  and ${differences.length - shown} more`] : []),
        ...notes.flatMap((line) => wrapped(line, width, '  ')),
      ].join('\n'),
    )
    .join('\n');
}

function isDocument(text: string): boolean {
  return /^\uFEFF?\s*\{/.test(text) && text.includes('"schemaVersion"');
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

function nothingToVerify(what: string): LabError {
  const text = what.length > 80 ? `${what.slice(0, 80)}…` : what;
  return new LabError(`${JSON.stringify(text)} is no file and holds no citation`, {
    exitCode: 2,
    remedy:
      'A citation holds lab:<version>/<suite>/<table>@<fingerprint>; paste it whole, in quotes.',
  });
}
