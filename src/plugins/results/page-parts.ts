import { fingerprintOfTable } from '../../../bench-runner/results/fingerprint.ts';
import { developmentVersion } from '../../../bench-runner/results/identifiers.ts';
import type { ResultDocument } from '../../../bench-runner/results/schema.ts';
import type { Table } from '../../../bench-runner/results/tables.ts';
import type { AnswerLink, CitationSource, PageTable, VersionHead } from './page-data.ts';
import { tablePagePath, versionPath } from './paths.ts';
import { finishedAt, type ResultVersion } from './versions.ts';

export function versionHead(version: ResultVersion): VersionHead {
  const { label, title } = version;
  return {
    label,
    title,
    path: versionPath(label),
    finishedAt: finishedAt(version),
    profile: [...new Set(version.heads.map(({ run }) => run.profile))].join(' and '),
    development: label === developmentVersion,
  };
}

/** The version of a page that shows one of its documents: its own day and profile. */
export function documentHead(version: ResultVersion, { run }: ResultDocument): VersionHead {
  return { ...versionHead(version), finishedAt: run.finishedAt, profile: run.profile };
}

/** What every citation of a table of the document is made from, besides the table. */
export function sourceOf(version: ResultVersion, document: ResultDocument): CitationSource {
  const { suite, run, environment, caveats } = document;
  return {
    version: version.label,
    suite: { id: suite.id, title: suite.title },
    run,
    environment,
    caveats,
  };
}

export function pageTable(version: string, document: ResultDocument, table: Table): PageTable {
  return {
    table,
    fingerprint: fingerprintOfTable(table),
    reference: `${version}/${document.suite.id}/${table.id}`,
    citePath: `${tablePagePath(version, document.suite.id, table.scenario)}cite/#${table.id}`,
  };
}

/** A document's answers with the place of the table each rests on. */
export function answerLinks(version: string, document: ResultDocument): AnswerLink[] {
  return document.answers.map((answer) => {
    const table = document.tables.find(({ id }) => id === answer.table);
    const page = tablePagePath(version, document.suite.id, table?.scenario ?? null);
    return {
      ...answer,
      path: table ? `${page}#${table.id}` : page,
      tableTitle: table?.title ?? answer.table,
    };
  });
}
