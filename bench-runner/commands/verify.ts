import { stat } from 'node:fs/promises';
import { text as readStream } from 'node:stream/consumers';
import { Command } from 'commander';
import { type CitationClaim, citationClaims } from '../results/citation-token.ts';
import { DocumentError } from '../results/document-error.ts';
import { developmentVersion, RunId, VersionLabel } from '../results/identifiers.ts';
import type { ResultDocument } from '../results/schema.ts';
import {
  documentFile,
  newestRun,
  readDocumentText,
  readRun,
  readVersion,
  type StoredResults,
} from '../results/store.ts';
import { verifyClaim } from '../results/verify-citation.ts';
import { verifyDocument } from '../results/verify-document.ts';
import { LabError } from './lab-error.ts';
import { type Recomputed, recomputed } from './recomputed.ts';
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
  $ lab verify 'lab:2026.11/multiplexer/write-memory-size-1024@0123456789ab'
  $ lab verify review.md
  $ lab verify static/results/2026.11/multiplexer.json
  $ lab verify - < review.md`,
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
  return verifyStored(what, root);
}

async function verifyText(text: string, name: string, root: string): Promise<Verified[]> {
  const claims = citationClaims(text);
  if (isDocument(text) || (claims.length === 0 && name.endsWith('.json'))) {
    return [verifyJson(text, name)];
  }
  if (claims.length === 0) throw nothingToVerify(name);
  return verifyClaims(claims, text, root);
}

/** The documents of a version or a run, or the one of a suite in it. */
async function verifyStored(reference: string, root: string): Promise<Verified[]> {
  const [name = '', suite, ...rest] = reference.split('/');
  const results = rest.length > 0 ? null : await storedResults(name, root);
  const suites = [
    ...(results?.documents ?? []).map((document) => document.suite.id),
    ...(results?.broken ?? []).map((broken) => broken.suite),
  ].filter((id) => suite === undefined || id === suite);
  if (!results || suites.length === 0) throw nothingToVerify(reference);
  const files = suites.map((id) => documentFile(results.folder, id));
  return Promise.all(files.map(async (file) => verifyJson(await readDocumentText(file), file)));
}

async function storedResults(name: string, root: string): Promise<StoredResults | null> {
  if (name === developmentVersion) return newestRun(root);
  if (RunId.safeParse(name).success) return readRun(name, root);
  return VersionLabel.safeParse(name).success ? readVersion(name, root) : null;
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
    const figures = recomputed(document);
    const notes = [
      `schema: valid, version ${document.schemaVersion}`,
      ...(differences.length === 0 ? ['fingerprint: that of the content'] : []),
      ...figureNotes(document, figures),
    ];
    const all = [...differences, ...(figures.otherMethod === null ? figures.differences : [])];
    return { what, agrees: all.length === 0, differences: all, notes };
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    const differences = error.problems.map(
      ({ path, rule }) => `schema: ${path || 'document'}: ${rule}`,
    );
    return { what, agrees: false, differences, notes: [] };
  }
}

function figureNotes({ cases }: ResultDocument, { differences, otherMethod }: Recomputed) {
  if (otherMethod !== null) return [`figures: ${differences.length} not judged, ${otherMethod}`];
  if (differences.length > 0) return [];
  const trials = cases.flatMap((one) => (one.status === 'measured' ? one.trials : []));
  return [`figures: those that ${trials.length} trials give`];
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
  return new LabError(
    `${JSON.stringify(text)} is no file, holds no citation, and names no run or version`,
    {
      exitCode: 2,
      remedy:
        'A citation holds lab:<version>/<suite>/<table>@<fingerprint>; runs and versions: lab runs.',
    },
  );
}
