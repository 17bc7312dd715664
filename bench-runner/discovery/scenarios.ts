import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ScenarioDefinition } from '../define/scenario.ts';
import { ParameterValue } from '../results/identifiers.ts';
import { profiles } from '../results/schema.ts';
import { assertIdentifier, DeclarationError, importDefault } from './declaration.ts';

export interface DiscoveredScenario {
  id: string;
  file: string;
  definition: ScenarioDefinition;
}

/** `/results/<version>/<suite>/cite/` holds the citations of the suite's tables. */
const reservedId = 'cite';

/** Finds `scenarios/*.ts`; files ending in `.test.ts` are tests, not scenarios. */
export async function discoverScenarios(
  folder: string,
  metrics: ReadonlySet<string>,
  subjects: ReadonlySet<string>,
): Promise<DiscoveredScenario[]> {
  if (!existsSync(folder)) return [];
  const files = (await readdir(folder)).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  const scenarios: DiscoveredScenario[] = [];
  for (const name of files.sort()) {
    const file = join(folder, name);
    const id = basename(name, '.ts');
    assertIdentifier(id, file);
    if (id === reservedId) {
      throw new DeclarationError(
        file,
        `takes the address of the suite's citation page; name the scenario something other than "${reservedId}"`,
      );
    }
    const definition = await importDefault<ScenarioDefinition>(file);
    assertScenario(file, definition, metrics, subjects);
    scenarios.push({ id, file, definition });
  }
  return scenarios;
}

function assertScenario(
  file: string,
  scenario: ScenarioDefinition,
  metrics: ReadonlySet<string>,
  subjects: ReadonlySet<string>,
): void {
  const known = (ids: ReadonlySet<string>) => [...ids].join(', ');
  if (scenario.metrics.length === 0) {
    throw new DeclarationError(
      file,
      `names no metrics; choose from the suite's: ${known(metrics)}`,
    );
  }
  for (const metric of scenario.metrics) {
    if (!metrics.has(metric)) {
      throw new DeclarationError(
        file,
        `names the metric "${metric}", which suite.ts does not declare; it has: ${known(metrics)}`,
      );
    }
  }
  for (const subject of [
    scenario.baseline,
    ...(scenario.subjects ?? []),
    ...(scenario.quickSubjects ?? []),
    ...(scenario.standardSubjects ?? []),
  ]) {
    if (!subjects.has(subject)) {
      throw new DeclarationError(
        file,
        `names the subject "${subject}", which has no folder; the suite has: ${known(subjects)}`,
      );
    }
  }
  for (const list of ['subjects', 'quickSubjects', 'standardSubjects'] as const) {
    const named = scenario[list];
    // An empty list leaves the scenario out of the profile, and its baseline with it.
    if (named && named.length > 0 && !named.includes(scenario.baseline)) {
      throw new DeclarationError(
        file,
        `leaves its baseline "${scenario.baseline}" out of \`${list}\`; add it, or name another baseline`,
      );
    }
  }
  if (scenario.category !== undefined) assertIdentifier(scenario.category, `${file}, category`);
  const contrasted = scenario.contrast && scenario.axes[scenario.contrast.axis];
  if (scenario.contrast && !contrasted) {
    throw new DeclarationError(
      file,
      `contrasts the axis "${scenario.contrast.axis}", which it does not have; it has: ${Object.keys(scenario.axes).join(', ') || '(none)'}`,
    );
  }
  for (const [axis, definition] of Object.entries(scenario.axes)) {
    assertIdentifier(axis, `${file}, an axis`);
    for (const profile of profiles) {
      for (const value of definition[profile] ?? []) {
        if (!ParameterValue.safeParse(value).success) {
          throw new DeclarationError(
            `${file}, axis "${axis}"`,
            `has the ${profile} value ${JSON.stringify(value)}; expected a number or a short label such as log-normal`,
          );
        }
      }
    }
  }
}
