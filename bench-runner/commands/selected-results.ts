import { developmentVersion, RunId, VersionLabel } from '../results/identifiers.ts';
import type { ResultDocument } from '../results/schema.ts';
import {
  listVersions,
  newestRun,
  readRun,
  readVersion,
  type StoredResults,
} from '../results/store.ts';
import type { Table } from '../results/tables.ts';
import { LabError } from './lab-error.ts';

/** What `<run|version>[/suite[/table]]` names. */
export interface SelectedResults {
  results: StoredResults;
  /** Whether they are published, so that they can be cited. */
  published: boolean;
  /** All documents, or the one of the suite named. */
  documents: ResultDocument[];
  /** The table named. */
  table: Table | null;
}

/**
 * Finds what a reference names; `next` is the newest local run.
 * @throws LabError where there is none of the name, telling which there are.
 */
export async function selectResults(reference: string, root?: string): Promise<SelectedResults> {
  const [name = '', suite, table, ...rest] = reference.split('/');
  if (rest.length > 0) {
    throw usage(`expected <run|version>[/suite[/table]], not ${JSON.stringify(reference)}`);
  }
  const { results, published } = await selectFolder(name, root);
  if (results.documents.length === 0) {
    throw unreadable(results);
  }
  if (suite === undefined) return { results, published, documents: results.documents, table: null };
  const document = selectSuite(results, suite);
  const found = table === undefined ? null : selectTable(results, document, table);
  return { results, published, documents: [document], table: found };
}

/** The newest local run. @throws LabError without any. */
export async function selectNewestRun(root?: string): Promise<StoredResults> {
  const run = await newestRun(root);
  if (run) return run;
  throw usage('there is no local run with results', 'Make one: lab run --profile quick');
}

async function selectFolder(name: string, root?: string) {
  if (name === developmentVersion)
    return { results: await selectNewestRun(root), published: false };
  if (RunId.safeParse(name).success) {
    const results = await readRun(name, root);
    if (isEmpty(results))
      throw usage(`there is no local run ${name} with results`, 'List them: lab runs');
    return { results, published: false };
  }
  if (!VersionLabel.safeParse(name).success) {
    throw usage(
      `${JSON.stringify(name)} is neither a run id, nor a version label, nor "${developmentVersion}"`,
      'List runs and versions: lab runs',
    );
  }
  const results = await readVersion(name, root);
  if (isEmpty(results)) {
    const labels = (await listVersions(root)).map((version) => version.name);
    throw usage(
      `there is no published version ${name}`,
      labels.length > 0
        ? `Published: ${labels.slice(0, 10).join(', ')}`
        : 'None is published yet: lab publish --version <label>',
    );
  }
  return { results, published: true };
}

function selectSuite(results: StoredResults, suite: string): ResultDocument {
  const document = results.documents.find((each) => each.suite.id === suite);
  if (document) return document;
  const broken = results.broken.find((each) => each.suite === suite);
  if (broken) throw new LabError(broken.error.message, { exitCode: 1 });
  const suites = results.documents.map((each) => each.suite.id).join(', ');
  throw usage(`${results.name} holds no suite ${JSON.stringify(suite)}`, `It holds: ${suites}`);
}

function selectTable(results: StoredResults, { suite, tables }: ResultDocument, id: string): Table {
  const table = tables.find((each) => each.id === id);
  if (table) return table;
  throw usage(
    `${results.name}/${suite.id} holds no table ${JSON.stringify(id)}`,
    `List its tables: lab show ${results.name}/${suite.id}`,
  );
}

function unreadable({ broken }: StoredResults): LabError {
  return new LabError(broken.map(({ error }) => error.message).join('\n'), { exitCode: 1 });
}

function isEmpty({ documents, broken }: StoredResults): boolean {
  return documents.length + broken.length === 0;
}

function usage(message: string, remedy?: string): LabError {
  return new LabError(message, { exitCode: 2, remedy });
}
