import { Command } from 'commander';
import type { Profile } from '../results/schema.ts';
import {
  listRuns,
  listUnfinishedRuns,
  listVersions,
  type StoredResults,
} from '../results/store.ts';
import { terminalWidth, wrapped } from './terminal-text.ts';

interface ListedResults {
  name: string;
  finishedAt: string | null;
  profile: Profile | null;
  suites: { id: string; measured: number; failed: number; skipped: number }[];
  broken: { suite: string; error: string }[];
}

export function runsCommand(): Command {
  return new Command('runs')
    .description('List local runs and published versions, the newest first.')
    .option('--json', 'print JSON on standard output')
    .addHelpText('after', '\nExample:\n  $ lab runs')
    .action(async (flags: { json?: boolean }) => {
      const listed = {
        runs: (await listRuns()).map(asListed),
        unfinished: await listUnfinishedRuns(),
        versions: (await listVersions()).map(asListed),
      };
      console.log(
        flags.json ? JSON.stringify(listed, null, 2) : describeListed(listed, terminalWidth()),
      );
    });
}

function asListed({ name, documents, broken }: StoredResults): ListedResults {
  const [first] = documents;
  return {
    name,
    finishedAt:
      documents
        .map(({ run }) => run.finishedAt)
        .toSorted()
        .at(-1) ?? null,
    profile: first?.run.profile ?? null,
    suites: documents.map(({ suite, cases }) => {
      const count = (status: string) => cases.filter((each) => each.status === status).length;
      return {
        id: suite.id,
        measured: count('measured'),
        failed: count('failed'),
        skipped: count('skipped'),
      };
    }),
    broken: broken.map(({ suite, error }) => ({ suite, error: error.message })),
  };
}

interface Listing {
  runs: ListedResults[];
  unfinished: string[];
  versions: ListedResults[];
}

/** The listing as it is read on a terminal of that many columns. */
export function describeListed({ runs, unfinished, versions }: Listing, width: number): string {
  const none = (text: string) => [`  ${text}`];
  return [
    'Local runs',
    ...(runs.length > 0
      ? runs.flatMap((run) => describe(run, width))
      : none('none; make one: lab run --profile quick')),
    ...(unfinished.length > 0 ? ['', 'Without results: interrupted, or still measuring'] : []),
    ...unfinished.map((id) => `  ${id}  lab run --resume ${id}`),
    '',
    'Published versions',
    ...(versions.length > 0
      ? versions.flatMap((version) => describe(version, width))
      : none('none; publish a run: lab publish --version <label>')),
  ].join('\n');
}

function describe({ name, finishedAt, profile, suites, broken }: ListedResults, width: number) {
  const when = finishedAt === null ? '' : `  ${finishedAt.slice(0, 16).replace('T', ' ')} UTC`;
  return [
    `  ${name}${when}${profile === null ? '' : `  ${profile}`}`,
    ...suites.flatMap(({ id, measured, failed, skipped }) =>
      wrapped(`${id}: ${measured} measured, ${failed} failed, ${skipped} skipped`, width, '    '),
    ),
    ...broken.flatMap(({ suite, error }) =>
      wrapped(`${suite}: unreadable, ${error}`, width, '    '),
    ),
  ];
}
