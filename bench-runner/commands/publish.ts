import { Command } from 'commander';
import { discoverSuites } from '../discovery/discover.ts';
import { VersionLabel } from '../results/identifiers.ts';
import { PublishError, publishRun } from '../results/publish.ts';
import { shortFingerprint } from '../results/short-fingerprint.ts';
import { LabError } from './lab-error.ts';
import { recomputed } from './recomputed.ts';
import { selectNewestRun, selectResults } from './selected-results.ts';

export function publishCommand(): Command {
  return new Command('publish')
    .description('Publish a run as a version in static/results/; a version never changes.')
    .argument('[run]', 'id of the run; the newest without it')
    .requiredOption('--version <label>', 'label of the version, such as 2026.11')
    .option('--json', 'print JSON on standard output')
    .addHelpText(
      'after',
      '\nExample:\n  $ lab publish --version 2026.11\n  $ lab publish 20261120t093500z-1f2e --version 2026.11',
    )
    .action(publish);
}

async function publish(id: string | undefined, flags: { version: string; json?: boolean }) {
  const label = VersionLabel.safeParse(flags.version);
  if (!label.success) {
    const rules = label.error.issues.map(({ message }) => message).join('; ');
    throw new LabError(`--version ${JSON.stringify(flags.version)}: ${rules}`, { exitCode: 2 });
  }
  const run = id === undefined ? await selectNewestRun() : await selectRun(id);
  const suites = new Map((await discoverSuites()).map((suite) => [suite.id, suite.definition]));
  const folder = await publishRun(run, label.data, {
    check: (document) => {
      const { differences, otherMethod } = recomputed(document, suites.get(document.suite.id));
      return otherMethod === null ? differences : [`figures: ${otherMethod}`];
    },
  }).catch((error: unknown) => {
    throw error instanceof PublishError
      ? new LabError(error.message, { exitCode: 1, cause: error })
      : error;
  });
  const documents = run.documents.map(({ suite, fingerprint, tables }) => ({
    suite: suite.id,
    fingerprint,
    tables: tables.map(({ id }) => `${label.data}/${suite.id}/${id}`),
  }));
  if (flags.json) {
    console.log(JSON.stringify({ version: label.data, run: run.name, folder, documents }, null, 2));
    return;
  }
  const [example] = documents.flatMap(({ tables }) => tables);
  console.log(
    [
      `published run ${run.name} as version ${label.data}:`,
      `  ${folder}`,
      ...documents.map(({ suite, fingerprint }) => `  ${suite}  ${shortFingerprint(fingerprint)}`),
      'commit the folder, and build the site: npm run site:build',
      ...(example === undefined ? [] : [`cite a table: lab cite ${example}`]),
    ].join('\n'),
  );
}

async function selectRun(id: string) {
  const { results, published } = await selectResults(id);
  if (!published && !id.includes('/')) return results;
  throw new LabError(`${JSON.stringify(id)} is no local run`, {
    exitCode: 2,
    remedy: 'A whole run is published, by its id: lab runs',
  });
}
