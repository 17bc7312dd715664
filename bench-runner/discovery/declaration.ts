import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { Identifier } from '../results/identifiers.ts';

/** A suite, scenario or subject that is not declared as it must be. */
export class DeclarationError extends Error {
  override readonly name = 'DeclarationError';

  /** @param where File (and place in it) that must be changed. */
  constructor(where: string, problem: string) {
    super(`${where}: ${problem}`);
  }
}

/** Names of the subfolders, sorted; empty where the folder does not exist. */
export async function subfolders(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}

export function assertIdentifier(id: string, where: string): void {
  const parsed = Identifier.safeParse(id);
  if (!parsed.success) {
    throw new DeclarationError(where, `"${id}": ${parsed.error.issues[0]?.message}`);
  }
}

/** Imports a declaration and returns its default export. */
export async function importDefault<Definition>(file: string): Promise<Definition> {
  const module: { default?: Definition } = await import(pathToFileURL(file).href);
  if (module.default === undefined || module.default === null) {
    throw new DeclarationError(file, 'has no default export; export the declaration as default');
  }
  return module.default;
}
