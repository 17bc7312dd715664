import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ResultDocument } from '../../../../bench-runner/results/schema.ts';
import { documentFile, readVersion } from '../../../../bench-runner/results/store.ts';
import { downloads } from '../downloads.ts';
import { versionPage } from '../overview-pages.ts';
import type { PageTable } from '../page-data.ts';
import { documentPath, scenarioPath, suitePath, versionPath } from '../paths.ts';
import { scenarioPage } from '../scenario-page.ts';
import { suitePage } from '../suite-page.ts';
import type { ResultVersion } from '../versions.ts';
import { type Agreement, agreementOf, type JudgedTables, judgedKey } from './agreement.ts';
import { citePage } from './cite-page.ts';
import { citedScenario, citedSuite } from './cited-page.ts';
import { addJudged, fromEntries, toEntries } from './judged.ts';
import type { Page } from './layout.ts';
import type { NewerPage } from './notice.ts';
import { overviewArchivePage } from './overview-page.ts';
import { scenarioArchivePage } from './scenario-page.ts';
import { suiteArchivePage } from './suite-page.ts';
import type { ArchiveContext, ArchiveOutcome, ArchiveTask } from './task.ts';
import { writePage } from './write-page.ts';

/**
 * Writes all pages of an archived version, and the files that live pages of it once linked.
 * @throws Error naming file and field where a document is broken.
 */
export async function writeVersion(
  context: ArchiveContext,
  task: ArchiveTask,
): Promise<ArchiveOutcome> {
  const { label } = task;
  const { documents, broken, folder } = await readVersion(label, context.root);
  const [failure] = broken;
  if (failure) throw failure.error;
  const version: ResultVersion = { label, title: label, live: false, heads: documents, documents };
  const judged = fromEntries(context.judged, task.judged);
  const write = (page: Page) => writePage(page, context);

  write(overviewArchivePage(versionPage(version), newerPage(context)));
  for (const document of documents) {
    const suite = document.suite.id;
    const agreements = (tables: readonly PageTable[]) => agreementsOf(document, tables, judged);
    copyFileSync(documentFile(folder, suite), join(context.outDir, documentPath(label, suite)));
    const ofSuite = suitePage(version, document);
    write(citePage(citedSuite(ofSuite)));
    write(suiteArchivePage(ofSuite, agreements(ofSuite.tables), newerPage(context, suite)));
    for (const scenario of document.suite.scenarios) {
      const data = scenarioPage(version, document, scenario);
      const newer = newerPage(context, suite, scenario.id);
      write(citePage(citedScenario(data)));
      write(scenarioArchivePage(data, agreements(data.tables), newer));
    }
    for (const [path, text] of downloads(label, document)) {
      writeFileSync(join(context.outDir, path), text);
    }
  }
  return { label, unmatched: unmatched(label, documents, judged) };
}

function agreementsOf(
  document: ResultDocument,
  tables: readonly PageTable[],
  judged: JudgedTables,
): Map<string, Agreement> {
  return new Map(
    tables.map(({ table }) => [
      table.id,
      agreementOf(table, judged.get(judgedKey(document, table))),
    ]),
  );
}

function newerPage(
  { newest }: ArchiveContext,
  suite?: string,
  scenario?: string,
): NewerPage | undefined {
  if (!newest) return undefined;
  const { version } = newest;
  if (suite === undefined) return { version, path: versionPath(version), exact: true };
  const same = newest.suites.find(({ id }) => id === suite);
  if (!same) return { version, path: versionPath(version), exact: false };
  if (scenario === undefined) return { version, path: suitePath(version, suite), exact: true };
  return same.scenarios.includes(scenario)
    ? { version, path: scenarioPath(version, suite, scenario), exact: true }
    : { version, path: suitePath(version, suite), exact: false };
}

function unmatched(
  label: string,
  documents: readonly ResultDocument[],
  judged: JudgedTables,
): ArchiveOutcome['unmatched'] {
  const own: JudgedTables = new Map();
  addJudged(own, label, documents, judged);
  return toEntries(own);
}
