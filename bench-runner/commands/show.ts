import { Command, Option } from 'commander';
import { csvTable } from '../results/citation/csv.ts';
import { escapeMarkdown, markdownTable } from '../results/citation/markdown.ts';
import { environmentLine } from '../results/environment-line.ts';
import type { ResultDocument } from '../results/schema.ts';
import type { Table } from '../results/tables.ts';
import { LabError } from './lab-error.ts';
import { type SelectedResults, selectResults } from './selected-results.ts';
import { tableText } from './table-text.ts';
import { terminalWidth, wrapped } from './terminal-text.ts';

const formats = ['text', 'md', 'csv', 'json'] as const;
type Format = (typeof formats)[number];

export function showCommand(): Command {
  return new Command('show')
    .description('Show a run or a version, one of its suites, or one of their tables.')
    .argument('[reference]', '<run|version>[/suite[/table]]; next is the newest local run', 'next')
    .addOption(new Option('--format <format>', 'how to show it').choices(formats).default('text'))
    .option('--json', 'the same as --format json')
    .addHelpText(
      'after',
      `
Example:
  $ lab show next
  $ lab show 2026.11/multiplexer
  $ lab show 2026.11/multiplexer/write-memory-size-1024 --format md`,
    )
    .action(async (reference: string, flags: { format: Format; json?: boolean }) => {
      const selected = await selectResults(reference);
      const format = flags.json ? 'json' : flags.format;
      process.stdout.write(`${shown(selected, format, terminalWidth()).trimEnd()}\n`);
    });
}

/** What was selected, in a format, on lines of at most `width` characters where it is text. */
export function shown(selected: SelectedResults, format: Format, width: number): string {
  const { documents, table } = selected;
  switch (format) {
    case 'json':
      return JSON.stringify(table ?? (documents.length === 1 ? documents[0] : documents), null, 2);
    case 'csv':
      if (table) return csvTable(table);
      throw new LabError('CSV holds one table, and the reference names none', {
        exitCode: 2,
        remedy: `Add it: lab show ${selected.results.name}/<suite>/<table> --format csv`,
      });
    case 'md':
      return table
        ? tableMarkdown(table, 1)
        : documents.map((document) => documentMarkdown(document)).join('\n\n');
    case 'text':
      return table ? tableText(table, width) : resultsText(selected, width);
  }
}

function documentMarkdown({ suite, answers, tables }: ResultDocument): string {
  return [
    `# ${escapeMarkdown(suite.title)}`,
    escapeMarkdown(suite.question),
    ...answers.map(({ question, text }) =>
      escapeMarkdown(question === suite.question ? text : `${question} ${text}`),
    ),
    ...tables.map((table) => tableMarkdown(table, 2)),
  ].join('\n\n');
}

function tableMarkdown(table: Table, level: number): string {
  return [
    `${'#'.repeat(level)} ${escapeMarkdown(table.title)}`,
    escapeMarkdown(table.caption),
    markdownTable(table).join('\n'),
    ...table.caveats.map(({ code, detail }) => `- ${code}: ${escapeMarkdown(detail)}`),
  ].join('\n\n');
}

function resultsText({ results, documents }: SelectedResults, width: number): string {
  const [first] = documents;
  if (!first) return `${results.name} holds nothing that can be read`;
  const { run, environment } = first;
  const broken = results.broken.flatMap(({ error }) => wrapped(error.message, width));
  return [
    ...wrapped(`${results.name}: run ${run.id}, ${run.profile} profile`, width),
    ...wrapped(`finished ${run.finishedAt}`, width),
    ...wrapped(environmentLine(environment), width),
    ...documents.flatMap((document) => ['', ...suiteText(results.name, document, width)]),
    ...(broken.length > 0 ? ['', ...broken] : []),
  ].join('\n');
}

function suiteText(name: string, document: ResultDocument, width: number): string[] {
  const { suite, cases, answers, tables, caveats } = document;
  const count = (status: string) => cases.filter((each) => each.status === status).length;
  const [measured, failed, skipped] = [count('measured'), count('failed'), count('skipped')];
  return [
    ...wrapped(suite.title, width),
    ...wrapped(suite.question, width, '  '),
    ...answers.flatMap(({ question, text }) =>
      wrapped(question === suite.question ? text : `${question} ${text}`, width, '  '),
    ),
    ...wrapped(`cases: ${measured} measured, ${failed} failed, ${skipped} skipped`, width, '  '),
    ...caveats.flatMap(({ code, detail }) => wrapped(`caveat ${code}: ${detail}`, width, '  ')),
    '  tables:',
    ...tables.flatMap(({ id, title }) => [
      `    ${name}/${suite.id}/${id}`,
      ...wrapped(title, width, '      '),
    ]),
  ];
}
