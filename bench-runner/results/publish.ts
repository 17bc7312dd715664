import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { citationClaims, citationToken } from './citation-token.ts';
import { RunId } from './identifiers.ts';
import type { ResultDocument } from './schema.ts';
import { documentFile, type StoredResults, versionFolder, versionsFolder } from './store.ts';
import { verifyDocument } from './verify-document.ts';

/** Why a run was not published: each reason with the file or name it concerns. */
export class PublishError extends Error {
  override readonly name = 'PublishError';
  readonly reasons: readonly string[];

  constructor(label: string, reasons: readonly string[]) {
    super([`version ${label} was not published:`, ...reasons.map((why) => `  ${why}`)].join('\n'));
    this.reasons = reasons;
  }
}

/**
 * Copies the documents of a run, byte for byte, into a new published version: all of them or none.
 * @param check Further reasons to refuse a document, such as figures its samples do not give.
 * @returns The version's folder.
 * @throws PublishError where the version exists, or a document is invalid, was changed, or holds
 *   nothing measured.
 */
export async function publishRun(
  run: StoredResults,
  label: string,
  { root, check }: { root?: string; check?: (document: ResultDocument) => string[] } = {},
): Promise<string> {
  const folder = versionFolder(label, root);
  if (RunId.safeParse(label).success) {
    throw new PublishError(label, ['the label has the form of a run id; choose one like 2026.11']);
  }
  await refuseExisting(label, folder);
  const files = await checkedFiles(run, label, check);
  const unfinished = join(versionsFolder(root), `.${randomBytes(6).toString('hex')}`);
  await mkdir(unfinished, { recursive: true });
  try {
    for (const [name, json] of files) await writeFile(join(unfinished, name), json, { flag: 'wx' });
    // Renaming fails where another process has published the version meanwhile.
    await rename(unfinished, folder);
  } catch (error) {
    await refuseExisting(label, folder);
    throw error;
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return folder;
}

async function refuseExisting(label: string, folder: string): Promise<void> {
  const exists = await stat(folder).then(
    () => true,
    () => false,
  );
  if (exists) {
    throw new PublishError(label, [
      `${folder} exists, and a published version never changes; choose another label`,
    ]);
  }
}

/** File names and their JSON. */
async function checkedFiles(
  run: StoredResults,
  label: string,
  check: (document: ResultDocument) => string[] = () => [],
): Promise<Map<string, string>> {
  const reasons = run.broken.map(({ error }) => error.message);
  const files = new Map<string, string>();
  for (const { suite } of run.documents) {
    const file = documentFile(run.folder, suite.id);
    const json = await readFile(file, 'utf8');
    const { document, differences } = verifyDocument(json, file);
    const problems = [...differences, ...nothingMeasured(document), ...foreignClaims(json)];
    if (problems.length === 0) problems.push(...check(document));
    reasons.push(...problems.map((problem) => `${file}: ${problem}`));
    files.set(basename(file), json);
  }
  if (files.size === 0) reasons.push(`${run.folder} holds no document`);
  if (reasons.length > 0) throw new PublishError(label, reasons);
  return files;
}

function nothingMeasured({ cases }: ResultDocument): string[] {
  const [first] = cases;
  if (cases.some(({ status }) => status === 'measured') || !first) return [];
  const why =
    first.status === 'failed' ? first.message : first.status === 'skipped' ? first.reason : '';
  return [`no case was measured; the first, ${first.key}, was ${first.status}: ${why}`];
}

/** A citation of the document would carry such a text, and be taken for a citation of that. */
function foreignClaims(json: string): string[] {
  return citationClaims(json).map(
    (claim) => `some text holds ${citationToken(claim)}, which citations of this would repeat`,
  );
}
