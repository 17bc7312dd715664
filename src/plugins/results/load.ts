import { relative } from 'node:path';
import { DocumentError } from '../../../bench-runner/results/document-error.ts';
import { developmentVersion } from '../../../bench-runner/results/identifiers.ts';
import type { ResultDocument } from '../../../bench-runner/results/schema.ts';
import { type BrokenDocument, listRuns, readVersion } from '../../../bench-runner/results/store.ts';
import { publishedHeads } from './published-heads.ts';
import { orderVersions, type ResultVersion } from './versions.ts';

/** Everything the site shows results from. */
export interface LoadedResults {
  /** In Development first, where there is a local run, then published versions, newest first. */
  versions: ResultVersion[];
  /** What is wrong with local runs; shown on the site, because they hinder nobody else. */
  notices: string[];
}

/**
 * Reads the newest local run below a project's folder, the published versions that are live, and of
 * the archived ones what menus and lists need.
 * @throws Error naming each file and field where a published document is broken.
 */
export async function loadResults(root: string): Promise<LoadedResults> {
  const local = await newestLocal(root);
  const heads = await publishedHeads(root);
  if (local.documents.length > 0) heads.set(developmentVersion, local.documents);
  const versions: ResultVersion[] = [];
  for (const version of orderVersions(heads)) {
    if (version.label === developmentVersion) {
      versions.push({ ...version, documents: inOrder(local.documents) });
    } else {
      versions.push(version.live ? await withDocuments(version, root) : version);
    }
  }
  return { versions, notices: local.notices };
}

async function withDocuments(version: ResultVersion, root: string): Promise<ResultVersion> {
  const { documents, broken } = await readVersion(version.label, root);
  if (broken.length > 0) {
    throw new Error(
      [
        'Published results cannot be shown; restore these files from the history of the project:',
        ...broken.map((one) => message(one, root)),
      ].join('\n'),
    );
  }
  return { ...version, documents: inOrder(documents) };
}

function inOrder(documents: readonly ResultDocument[]): ResultDocument[] {
  return documents.toSorted((a, b) => (a.suite.id < b.suite.id ? -1 : 1));
}

/** The newest local run with a document that can be shown, and why newer ones cannot. */
async function newestLocal(
  root: string,
): Promise<{ documents: ResultDocument[]; notices: string[] }> {
  const notices: string[] = [];
  for (const run of await listRuns(root)) {
    notices.push(...run.broken.map((one) => `Not shown: ${message(one, root)}`));
    if (run.documents.length > 0) return { documents: run.documents, notices };
  }
  return { documents: [], notices };
}

/** What is wrong with a document, with its file named from the project's folder. */
function message({ file, error }: BrokenDocument, root: string): string {
  const name = relative(root, file);
  return error instanceof DocumentError
    ? error.message.replaceAll(file, name)
    : `${name}: ${error.message}`;
}
