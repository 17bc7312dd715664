import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SubjectManifest } from '../define/subject.ts';
import { assertIdentifier, DeclarationError, subfolders } from './declaration.ts';
import { hashFolder } from './hash-folder.ts';

export interface DiscoveredSubject {
  id: string;
  folder: string;
  /** Where its program is: its own folder, or that of the subject it is a variant of. */
  programFolder: string;
  manifest: SubjectManifest;
  /** SHA-256 of everything in the folder but installed packages and tests. */
  folderHash: string;
  /** The same of the folder its program is in. */
  programHash: string;
}

/** Finds `subjects/<id>/subject.json`. */
export async function discoverSubjects(folder: string): Promise<DiscoveredSubject[]> {
  const subjects: DiscoveredSubject[] = [];
  for (const id of await subfolders(folder)) {
    const file = join(folder, id, 'subject.json');
    if (!existsSync(file)) continue;
    assertIdentifier(id, join(folder, id));
    const manifest = await readManifest(file);
    if (manifest.module && !existsSync(join(folder, id, manifest.module))) {
      throw new DeclarationError(
        file,
        `names the module ${manifest.module}, which does not exist in its folder`,
      );
    }
    const own = join(folder, id);
    const folderHash = await hashFolder(own);
    subjects.push({
      id,
      folder: own,
      programFolder: own,
      manifest,
      folderHash,
      programHash: folderHash,
    });
  }
  return subjects.map((subject) => withProgram(subject, subjects, folder));
}

/** A variant with the program, and the needs, of the subject it is a variant of. */
function withProgram(
  subject: DiscoveredSubject,
  subjects: readonly DiscoveredSubject[],
  folder: string,
): DiscoveredSubject {
  const { variantOf } = subject.manifest;
  if (variantOf === undefined) return subject;
  const original = subjects.find(({ id }) => id === variantOf);
  if (!original?.manifest.server || original.manifest.variantOf !== undefined) {
    const servers = subjects.filter(({ manifest }) => manifest.server).map(({ id }) => id);
    throw new DeclarationError(
      join(folder, subject.id, 'subject.json'),
      `is a variant of "${variantOf}", which has no "server" of its own; choose from: ${servers.join(', ') || '(none)'}`,
    );
  }
  const { server, build, requires } = original.manifest;
  return {
    ...subject,
    programFolder: original.folder,
    programHash: original.folderHash,
    manifest: { ...subject.manifest, server, build, requires },
    folderHash: createHash('sha256')
      .update(`${subject.folderHash}${original.folderHash}`)
      .digest('hex'),
  };
}

async function readManifest(file: string): Promise<SubjectManifest> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new DeclarationError(file, `is not JSON: ${(error as Error).message}`);
  }
  const parsed = SubjectManifest.safeParse(content);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new DeclarationError(
      file,
      `at "${issue?.path.join('.') || 'top level'}": ${issue?.message}`,
    );
  }
  const { module, command, server, variantOf } = parsed.data;
  if (!module && !command && !server && !variantOf) {
    throw new DeclarationError(
      file,
      'names neither "module" (for scenarios measured in process) nor "command" (for foreign programs) nor "server" (for scenarios under load)',
    );
  }
  return parsed.data;
}
