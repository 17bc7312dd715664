import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { discoverSubjects } from '../../../discovery/subjects.ts';
import { prepareSubjects } from '../../../execute/prepare-subjects.ts';
import { findProgram } from '../../../process/find-program.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Subjects that cannot run here, by id, with the program that is missing. */
    missingPrograms: Record<string, string>;
  }
}

const limitMs = 300_000;

/**
 * Installs the packages of the suite's subjects and builds them, once for all tests, as a run does
 * before it measures.
 *
 * @throws Error with what to do about a subject that could run here and does not.
 */
export default async function setup(project: TestProject): Promise<void> {
  const subjects = await discoverSubjects(join(import.meta.dirname, '../subjects'));
  const unavailable = await prepareSubjects(subjects, AbortSignal.timeout(limitMs), (step) =>
    console.log(`log-storage: ${step}`),
  );
  const missingPrograms: Record<string, string> = {};
  for (const { id, manifest } of subjects) {
    const reason = unavailable.get(id);
    if (!reason) continue;
    const programs = manifest.requires.map(({ program }) => program);
    const found = await Promise.all(programs.map((program) => findProgram(program)));
    const missing = programs.find((_, index) => found[index] === null);
    if (missing === undefined) {
      throw new Error(`subject ${id}: ${reason.reason}; try: ${reason.remedy}`);
    }
    missingPrograms[id] = missing;
  }
  project.provide('missingPrograms', missingPrograms);
}
