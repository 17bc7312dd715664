import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gitState } from '../process/git-state.ts';
import type { Run } from '../results/schema.ts';

/** Version and commit of the program and its suites. */
export async function labState(): Promise<Run['lab']> {
  const file = fileURLToPath(new URL('../../package.json', import.meta.url));
  const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string };
  const { commit, modified } = await gitState(fileURLToPath(new URL('../..', import.meta.url)));
  return { version, commit, modified };
}
