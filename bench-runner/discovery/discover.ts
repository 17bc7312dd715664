import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SuiteDefinition } from '../define/suite.ts';
import { assertIdentifier, DeclarationError, importDefault, subfolders } from './declaration.ts';
import { hashFolder } from './hash-folder.ts';
import { type DiscoveredScenario, discoverScenarios } from './scenarios.ts';
import { type DiscoveredSubject, discoverSubjects } from './subjects.ts';

export interface DiscoveredSuite {
  id: string;
  folder: string;
  definition: SuiteDefinition;
  scenarios: DiscoveredScenario[];
  subjects: DiscoveredSubject[];
  /** SHA-256 of everything in the suite's folder but installed packages and tests. */
  folderHash: string;
}

/** The folder of the suites that come with the program. */
export const suitesFolder = fileURLToPath(new URL('../suites', import.meta.url));

/**
 * Finds the suites in a folder: every subfolder with a `suite.ts`, its `scenarios/*.ts` and its
 * `subjects/<id>/subject.json`. Sorted by id, so that nothing depends on the file system's order.
 *
 * @throws DeclarationError naming the file and what to change in it.
 */
export async function discoverSuites(folder: string = suitesFolder): Promise<DiscoveredSuite[]> {
  const suites: DiscoveredSuite[] = [];
  for (const id of await subfolders(folder)) {
    const file = join(folder, id, 'suite.ts');
    if (!existsSync(file)) continue;
    assertIdentifier(id, join(folder, id));
    suites.push(await discoverSuite(id, join(folder, id), file));
  }
  return suites;
}

async function discoverSuite(id: string, folder: string, file: string): Promise<DiscoveredSuite> {
  const definition = await importDefault<SuiteDefinition>(file);
  if (!Array.isArray(definition.metrics) || definition.metrics.length === 0) {
    throw new DeclarationError(
      file,
      'declares no metrics; a suite needs at least one in `metrics`',
    );
  }
  for (const metric of definition.metrics) assertIdentifier(metric.id, `${file}, a metric's id`);
  const subjects = await discoverSubjects(join(folder, 'subjects'));
  if (subjects.length === 0) {
    throw new DeclarationError(
      join(folder, 'subjects'),
      'holds no subject; add a folder with a subject.json, such as subjects/baseline/subject.json',
    );
  }
  const scenarios = await discoverScenarios(
    join(folder, 'scenarios'),
    new Set(definition.metrics.map((metric) => metric.id)),
    new Set(subjects.map((subject) => subject.id)),
  );
  if (scenarios.length === 0) {
    throw new DeclarationError(
      join(folder, 'scenarios'),
      'holds no scenario; add a file such as scenarios/write.ts with a default export made by defineScenario',
    );
  }
  return { id, folder, definition, scenarios, subjects, folderHash: await hashFolder(folder) };
}
