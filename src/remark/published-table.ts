import { readdir } from 'node:fs/promises';
import type { ResultDocument } from '../../bench-runner/results/schema.ts';
import { readVersion, versionsFolder } from '../../bench-runner/results/store.ts';
import type { Table } from '../../bench-runner/results/tables.ts';

/** A table with the document that holds it. */
export interface PublishedTable {
  version: string;
  document: ResultDocument;
  table: Table;
}

/**
 * Finds the published table named `<version>/<suite>/<table>`.
 * @throws Error listing what there is where a part of the name is unknown.
 */
export async function findTable(reference: string, root: string): Promise<PublishedTable> {
  const parts = reference.split('/');
  const [version = '', suite = '', id = ''] = parts;
  if (parts.length !== 3 || parts.includes('')) {
    throw new Error('expected ref="<version>/<suite>/<table>"');
  }
  const versions = await publishedLabels(root);
  if (!versions.includes(version)) {
    throw new Error(unknown('version', version, versions));
  }
  const { documents, broken } = await readVersion(version, root);
  const [failure] = broken;
  if (failure) throw failure.error;
  const document = documents.find((one) => one.suite.id === suite);
  if (!document) {
    const suites = documents.map((one) => one.suite.id);
    throw new Error(unknown('suite', suite, suites, `${version}/`));
  }
  const table = document.tables.find((one) => one.id === id);
  if (!table) {
    const tables = document.tables.map((one) => one.id);
    throw new Error(unknown('table', id, tables, `${version}/${suite}/`));
  }
  return { version, document, table };
}

async function publishedLabels(root: string): Promise<string[]> {
  const entries = await readdir(versionsFolder(root), { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

function unknown(noun: string, name: string, known: readonly string[], prefix = ''): string {
  const list = known.map((one) => `\n  ${prefix}${one}`).join('') || ' none';
  return `unknown ${noun} ${JSON.stringify(name)}; known:${list}`;
}
