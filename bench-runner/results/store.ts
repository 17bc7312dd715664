import { isAscii } from 'node:buffer';
import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { writeFileAtomically } from './atomic-write.ts';
import { DocumentError, type Problem } from './document-error.ts';
import { Identifier, RunId, VersionLabel } from './identifiers.ts';
import { maximumDocumentLength, parseDocument } from './parse.ts';
import type { ResultDocument } from './schema.ts';
import { checkedRunId, checkedSuiteId, checkedVersionLabel } from './stored-name.ts';

/** A file that stands where a document should and is not a valid one. */
export interface BrokenDocument {
  suite: string;
  file: string;
  error: Error;
}

/** The documents of one run or one published version, by suite id. */
export interface StoredResults {
  /** The run's id or the version's label. */
  name: string;
  folder: string;
  documents: ResultDocument[];
  /** What could not be read; it hides nothing of the rest. */
  broken: BrokenDocument[];
}

/** Where runs and versions are kept, in the project whose folder is `root`. */
export function runsFolder(root: string = process.cwd()): string {
  return join(root, '.lab', 'runs');
}

export function versionsFolder(root: string = process.cwd()): string {
  return join(root, 'static', 'results');
}

/** Folder of a run. @throws NameError where the id is none. */
export function runFolder(id: string, root?: string): string {
  return join(runsFolder(root), checkedRunId(id));
}

/** Folder of a published version. @throws NameError where the label is none. */
export function versionFolder(label: string, root?: string): string {
  return join(versionsFolder(root), checkedVersionLabel(label));
}

/** File of a suite's document in the folder of a run or a version. @throws NameError */
export function documentFile(folder: string, suite: string): string {
  return join(folder, `${checkedSuiteId(suite)}.json`);
}

/** How a document is written: JSON with a line a field, so that versions can be compared. */
export function serialiseDocument(document: ResultDocument): string {
  return `${JSON.stringify(document, null, 1)}\n`;
}

/** Writes a sealed document into its run's folder, whole or not at all, and returns its file. */
export async function writeRunDocument(document: ResultDocument, root?: string): Promise<string> {
  const file = documentFile(runFolder(document.run.id, root), document.suite.id);
  await writeFileAtomically(file, serialiseDocument(document));
  return file;
}

/** All local runs that hold a document, the newest first. */
export async function listRuns(root?: string): Promise<StoredResults[]> {
  const ids = await namesIn(runsFolder(root), RunId);
  const runs = await Promise.all(ids.map((id) => readRun(id, root)));
  return runs
    .filter((run) => run.documents.length + run.broken.length > 0)
    .toSorted((a, b) => (a.name < b.name ? 1 : -1));
}

/** Runs that have a folder and no document yet: interrupted, or still measuring. Newest first. */
export async function listUnfinishedRuns(root?: string): Promise<string[]> {
  const ids = await namesIn(runsFolder(root), RunId);
  const runs = await Promise.all(
    ids.map(async (id) => ({ id, suites: await suitesIn(runFolder(id, root)) })),
  );
  const unfinished = runs.filter(({ suites }) => suites.length === 0).map(({ id }) => id);
  return unfinished.toSorted().reverse();
}

/** All published versions, the one whose run ended last first. */
export async function listVersions(root?: string): Promise<StoredResults[]> {
  const labels = await namesIn(versionsFolder(root), VersionLabel);
  const versions = await Promise.all(labels.map((label) => readVersion(label, root)));
  return versions.toSorted(newestFirst);
}

/** The documents of a run; none where there is no such run. @throws NameError */
export async function readRun(id: string, root?: string): Promise<StoredResults> {
  return readFolder(checkedRunId(id), runFolder(id, root), id);
}

/** The documents of a version; none where there is no such version. @throws NameError */
export async function readVersion(label: string, root?: string): Promise<StoredResults> {
  return readFolder(checkedVersionLabel(label), versionFolder(label, root), null);
}

/** The newest local run that holds a valid document; null without any. */
export async function newestRun(root?: string): Promise<StoredResults | null> {
  const ids = (await namesIn(runsFolder(root), RunId)).toSorted().reverse();
  for (const id of ids) {
    const run = await readRun(id, root);
    if (run.documents.length > 0) return run;
  }
  return null;
}

/** The JSON of a document's file. @throws DocumentError where it is too large to be one. */
export async function readDocumentText(file: string): Promise<string> {
  const { size } = await stat(file);
  if (size > maximumDocumentLength) {
    throw new DocumentError(file, [
      { path: '', rule: `expected at most ${maximumDocumentLength} bytes, not ${size}` },
    ]);
  }
  const bytes = await readFile(file);
  // Nearly all documents are ASCII, which is read several times faster as what it is.
  return bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
}

/** @param run The run that all documents of the folder must be of; null for any. */
async function readFolder(
  name: string,
  folder: string,
  run: string | null,
): Promise<StoredResults> {
  const results: StoredResults = { name, folder, documents: [], broken: [] };
  for (const suite of await suitesIn(folder)) {
    const file = documentFile(folder, suite);
    try {
      const document = parseDocument(await readDocumentText(file), file);
      const problems = misplaced(document, suite, run);
      if (problems.length > 0) throw new DocumentError(file, problems);
      results.documents.push(document);
    } catch (error) {
      const asError = error instanceof Error ? error : new Error(String(error));
      results.broken.push({ suite, file, error: asError });
    }
  }
  return results;
}

function misplaced(document: ResultDocument, suite: string, run: string | null): Problem[] {
  const problems: Problem[] = [];
  if (document.suite.id !== suite) {
    problems.push({ path: 'suite.id', rule: `expected ${suite}, the name of the file` });
  }
  if (run !== null && document.run.id !== run) {
    problems.push({ path: 'run.id', rule: `expected ${run}, the name of the folder` });
  }
  return problems;
}

async function suitesIn(folder: string): Promise<string[]> {
  const entries = await entriesOf(folder);
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map(({ name }) => name.slice(0, -'.json'.length))
    .filter((suite) => Identifier.safeParse(suite).success)
    .toSorted();
}

async function namesIn(folder: string, schema: z.ZodType<string>): Promise<string[]> {
  const entries = await entriesOf(folder);
  return entries
    .filter((entry) => entry.isDirectory() && schema.safeParse(entry.name).success)
    .map(({ name }) => name);
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function finishedAt({ documents }: StoredResults): string {
  const ends = documents.map(({ run }) => run.finishedAt).toSorted();
  return ends.at(-1) ?? '';
}

function newestFirst(a: StoredResults, b: StoredResults): number {
  const [of, other] = [`${finishedAt(a)} ${a.name}`, `${finishedAt(b)} ${b.name}`];
  if (of === other) return 0;
  return of < other ? 1 : -1;
}
