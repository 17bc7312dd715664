import type { ResultDocument } from '../../../bench-runner/results/schema.ts';
import { samplesPath, seriesCsvPath, seriesPath } from './paths.ts';
import { samplesCsv } from './samples-csv.ts';
import { collectSeries } from './series/collect.ts';
import { seriesCsv } from './series/csv.ts';

/** Files beside a document's scenario pages, by their paths below the site's base. */
export function* downloads(version: string, document: ResultDocument): Generator<[string, string]> {
  const suite = document.suite.id;
  for (const scenario of document.suite.scenarios) {
    yield [samplesPath(version, suite, scenario.id), samplesCsv(document, scenario.id)];
    const csv = seriesCsv(document, scenario.id);
    if (csv === null) continue;
    yield [seriesCsvPath(version, suite, scenario.id), csv];
    const { file } = collectSeries(document, scenario);
    yield [seriesPath(version, suite, scenario.id), JSON.stringify(file)];
  }
}
