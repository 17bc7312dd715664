import { Command } from 'commander';
import { type DiscoveredSuite, discoverSuites } from '../discovery/discover.ts';
import { expandAxes } from '../plan/expand-axes.ts';
import { profiles } from '../results/schema.ts';

export function listCommand(): Command {
  return new Command('list')
    .description('List the suites with their scenarios and subjects.')
    .option('--json', 'print JSON on standard output')
    .option('--suites <folder>', 'read the suites from this folder instead of the own ones')
    .addHelpText('after', '\nExample:\n  $ lab list --json')
    .action(async (flags: { json?: boolean; suites?: string }) => {
      const suites = await discoverSuites(flags.suites);
      console.log(flags.json ? JSON.stringify(suites.map(asData), null, 2) : describe(suites));
    });
}

function asData({ id, definition, scenarios, subjects }: DiscoveredSuite) {
  return {
    id,
    title: definition.title,
    question: definition.question,
    scenarios: scenarios.map((scenario) => ({
      id: scenario.id,
      title: scenario.definition.title,
      category: scenario.definition.category ?? null,
      baseline: scenario.definition.baseline,
      metrics: scenario.definition.metrics,
      combinations: Object.fromEntries(
        profiles.map((profile) => [profile, expandAxes(scenario.definition.axes, profile).length]),
      ),
    })),
    subjects: subjects.map(({ id: subject, manifest }) => ({
      id: subject,
      title: manifest.title,
      version: manifest.version,
      language: manifest.language,
    })),
  };
}

function describe(suites: readonly DiscoveredSuite[]): string {
  if (suites.length === 0) {
    return 'no suites; a suite is a folder with a suite.ts, see CONTRIBUTING.md, "Add a suite"';
  }
  return suites
    .map(asData)
    .map(({ id, title, question, scenarios, subjects }) =>
      [
        `${id}: ${title}`,
        `  ${question}`,
        '  scenarios (parameter combinations in quick, standard, full)',
        ...scenarios.map(
          (scenario) =>
            `    ${scenario.id} (${Object.values(scenario.combinations).join(', ')}): ${scenario.title}${
              scenario.category === null ? '' : ` [${scenario.category}]`
            }`,
        ),
        '  subjects',
        ...subjects.map(
          (subject) =>
            `    ${subject.id} ${subject.version} (${subject.language}): ${subject.title}`,
        ),
      ].join('\n'),
    )
    .join('\n\n');
}
