import { relative } from 'node:path';
import type { DiscoveredSubject } from '../discovery/subjects.ts';
import { buildSubject } from '../process/build-subject.ts';
import { findProgram } from '../process/find-program.ts';
import { installSubject } from '../process/install-subject.ts';
import { scrub } from '../process/scrub.ts';

export interface Unavailable {
  reason: string;
  remedy: string | null;
}

/**
 * Looks for the programs a subject requires and installs its packages from its own lock file,
 * and builds it.
 *
 * @returns Why each subject that cannot run here cannot, and what would help; the rest is ready.
 */
export async function prepareSubjects(
  subjects: readonly DiscoveredSubject[],
  signal: AbortSignal,
  onStep: (what: string) => void,
): Promise<Map<string, Unavailable>> {
  const unavailable = new Map<string, Unavailable>();
  for (const subject of subjects) {
    signal.throwIfAborted();
    const missing = await missingProgram(subject);
    if (missing) {
      unavailable.set(subject.id, missing);
      continue;
    }
    try {
      await installSubject(subject.programFolder, {
        signal,
        onStart: () => onStep(`installing the packages of ${subject.id}`),
      });
    } catch (error) {
      signal.throwIfAborted();
      unavailable.set(subject.id, {
        reason: scrub(`its packages could not be installed: ${(error as Error).message}`),
        remedy: `npm ci --prefix ${relative(process.cwd(), subject.programFolder)}`,
      });
      continue;
    }
    const { build } = subject.manifest;
    if (!build) continue;
    try {
      await buildSubject(subject.programFolder, build, subject.programHash, {
        signal,
        onStart: () => onStep(`building ${subject.id}`),
      });
    } catch (error) {
      signal.throwIfAborted();
      unavailable.set(subject.id, {
        reason: scrub(`it could not be built: ${(error as Error).message}`).slice(0, 2_000),
        remedy: `cd ${relative(process.cwd(), subject.programFolder)} && ${build.join(' ')}`,
      });
    }
  }
  return unavailable;
}

async function missingProgram(subject: DiscoveredSubject): Promise<Unavailable | undefined> {
  for (const { program, remedy } of subject.manifest.requires) {
    if (!(await findProgram(program))) {
      return { reason: `needs the program "${program}", which is not on the PATH`, remedy };
    }
  }
  return undefined;
}
