import { type FileHandle, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Identifier, VersionLabel } from '../../../bench-runner/results/identifiers.ts';
import { currentSchemaVersion } from '../../../bench-runner/results/migrate.ts';
import { parseDocument } from '../../../bench-runner/results/parse.ts';
import { ResultDocument } from '../../../bench-runner/results/schema.ts';
import { versionsFolder } from '../../../bench-runner/results/store.ts';

/** What menus and lists need of a document: everything but its cases, tables and answers. */
export type DocumentHead = Pick<ResultDocument, 'run' | 'environment' | 'suite'>;

const Head = ResultDocument.pick({
  schemaVersion: true,
  fingerprint: true,
  run: true,
  environment: true,
  suite: true,
});

/** The line with which the cases begin in a document written by the store. */
const headEnd = '\n "cases": [';
const headBytes = 256 * 1024;

/**
 * The heads of all published documents by version label. Two hundred versions hold gigabytes, so
 * only the live ones are read whole at once; the archive reads and checks the others one by one.
 * @throws DocumentError where a document has no valid head.
 */
export async function publishedHeads(root: string): Promise<Map<string, DocumentHead[]>> {
  const folder = versionsFolder(root);
  const heads = new Map<string, DocumentHead[]>();
  for (const label of await namesIn(folder)) {
    if (!VersionLabel.safeParse(label).success) continue;
    const files = (await namesIn(join(folder, label))).filter(
      (name) => name.endsWith('.json') && Identifier.safeParse(name.slice(0, -5)).success,
    );
    if (files.length === 0) continue;
    heads.set(label, await Promise.all(files.map((file) => readHead(join(folder, label, file)))));
  }
  return heads;
}

/** @throws DocumentError where the document has no valid head. */
export async function readHead(file: string): Promise<DocumentHead> {
  const text = await readHeadText(file);
  const head = text === undefined ? undefined : parsedHead(text);
  return head ?? parseDocument(await readFile(file, 'utf8'), file);
}

/** The head, where the text is one of the current schema: whatever is odd, the whole file decides. */
function parsedHead(text: string): DocumentHead | undefined {
  try {
    const parsed = Head.safeParse(JSON.parse(`${text.replace(/,\s*$/, '')}}`));
    return parsed.data?.schemaVersion === currentSchemaVersion ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** The text before the cases, where they begin early enough. */
async function readHeadText(file: string): Promise<string | undefined> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file);
    const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(headBytes), 0, headBytes, 0);
    const end = buffer.subarray(0, bytesRead).indexOf(headEnd);
    return end < 0 ? undefined : buffer.toString('utf8', 0, end);
  } finally {
    await handle?.close();
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return [];
    throw error;
  }
}
