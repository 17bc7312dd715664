import { environmentLine } from '../../../bench-runner/results/environment-line.ts';
import type { ResultDocument } from '../../../bench-runner/results/schema.ts';
import type { Headline, HomeData, ResultsIndexData, VersionPageData } from './page-data.ts';
import { answerLinks, pageTable, sourceOf, versionHead } from './page-parts.ts';
import { suitePath, tablePagePath } from './paths.ts';
import { suiteSummary } from './suite-page.ts';
import type { ResultVersion } from './versions.ts';

/** What a version's overview shows: what was run, on what, and each suite in short. */
export function versionPage(version: ResultVersion): VersionPageData {
  const [first] = version.documents;
  if (!first) throw new Error(`version ${version.label} holds no document`);
  return {
    version: versionHead(version),
    environment: first.environment,
    environments: environmentsOf(version.documents),
    suites: version.documents.map((document) => suiteSummary(version, document)),
  };
}

/** Each environment once: suites of a version may have used other services. */
function environmentsOf(documents: readonly ResultDocument[]): VersionPageData['environments'] {
  const known = new Map<string, VersionPageData['environments'][number]>();
  for (const { environment, suite } of documents) {
    const key = JSON.stringify(environment);
    const same = known.get(key) ?? { environment, suites: [] };
    same.suites.push(suite.title);
    known.set(key, same);
  }
  return [...known.values()];
}

/** What the list of all versions shows, archived ones included. */
export function resultsIndex(
  versions: readonly ResultVersion[],
  notices: readonly string[],
): ResultsIndexData {
  return {
    notices: [...notices],
    versions: versions.map((version) => ({
      ...versionHead(version),
      live: version.live,
      suites: version.heads.map(({ suite: { id, title } }) => ({
        id,
        title,
        path: suitePath(version.label, id),
      })),
      environment: version.heads[0] ? environmentLine(version.heads[0].environment) : '',
    })),
  };
}

/** What the home page shows: the newest published version, else the newest local run. */
export function homePage(versions: readonly ResultVersion[], notices: readonly string[]): HomeData {
  const newest = versions.find((version) => !versionHead(version).development) ?? versions[0];
  if (!newest) return { version: null, headlines: [], notices: [...notices] };
  const headlines = newest.documents.map((document): Headline => {
    const { id, title, question } = document.suite;
    const tables = document.tables.filter(({ rows }) => rows.length > 0);
    const table = tables.find(({ scenario }) => scenario === null) ?? tables[0];
    return {
      suite: { id, title, question, path: suitePath(newest.label, id) },
      answers: answerLinks(newest.label, document),
      source: sourceOf(newest, document),
      table: table ? pageTable(newest.label, document, table) : null,
      tablePath: table ? tablePagePath(newest.label, id, table.scenario) : null,
    };
  });
  return { version: versionHead(newest), headlines, notices: [...notices] };
}
