import type { ResultDocument } from '../../../bench-runner/results/schema.ts';
import { profilesPath, samplesPath, seriesCsvPath, seriesPath } from './paths.ts';
import { collectProfiles } from './profiles/collect.ts';
import { samplesCsv } from './samples-csv.ts';
import { collectSeries } from './series/collect.ts';
import { seriesCsv } from './series/csv.ts';

/** Contents of files by their paths below the site's base. */
type Files = Generator<[path: string, text: string]>;

/** Files that a document's scenario pages link to, in live and archived versions alike. */
export function* downloads(version: string, document: ResultDocument): Files {
  const suite = document.suite.id;
  for (const { id } of document.suite.scenarios) {
    yield [samplesPath(version, suite, id), samplesCsv(document, id)];
    const csv = seriesCsv(document, id);
    if (csv !== null) yield [seriesCsvPath(version, suite, id), csv];
  }
}

/** Files that charts of live pages fetch. */
export function* chartFiles(version: string, document: ResultDocument): Files {
  for (const scenario of document.suite.scenarios) {
    const { charts, file } = collectSeries(document, scenario);
    const path = seriesPath(version, document.suite.id, scenario.id);
    if (charts.length > 0) yield [path, JSON.stringify(file)];
    const profiles = collectProfiles(document, scenario);
    if (profiles.cases.length > 0) {
      const to = profilesPath(version, document.suite.id, scenario.id);
      yield [to, JSON.stringify(profiles.file)];
    }
  }
}
