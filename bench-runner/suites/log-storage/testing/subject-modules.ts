import { join } from 'node:path';
import { inject } from 'vitest';
import { discoverSubjects } from '../../../discovery/subjects.ts';
import type { StorageSubject } from '../subject.ts';

const subjectsFolder = join(import.meta.dirname, '../subjects');

/** The suite's subjects that can run here, with their modules loaded. */
export async function loadSubjects(): Promise<
  { id: string; folder: string; subject: StorageSubject }[]
> {
  const missing = inject('missingPrograms');
  const subjects = await discoverSubjects(subjectsFolder);
  return Promise.all(
    subjects
      .filter(({ id }) => missing[id] === undefined)
      .map(async ({ id, folder, manifest }) => {
        const module: { default: StorageSubject } = await import(
          /* @vite-ignore */ join(folder, manifest.module ?? '')
        );
        return { id, folder, subject: module.default };
      }),
  );
}
