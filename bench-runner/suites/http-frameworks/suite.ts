import { defineSuite } from '../../define/suite.ts';
import { runContract } from './contract/run-contract.ts';
import { dataSet } from './data/data-set.ts';
import { metrics } from './metrics.ts';
import { answers } from './tables/answers.ts';
import { coverage } from './tables/coverage.ts';
import { dataLayers } from './tables/data-layers.ts';
import { guide } from './tables/guide.ts';
import { publishedFiguresTable } from './tables/published-figures.ts';
import {
  coldAndWarm,
  lostUpdates,
  memoryGrowth,
  spikeRecovery,
  throughputAgainstLatency,
} from './tables/scenario-figures.ts';

export default defineSuite({
  title: 'HTTP frameworks',
  question:
    'Which HTTP framework and data layer suit which workload, and what do the choices around them cost?',
  hypothesis:
    'As published for FastAPI and Django: frameworks lie far apart on light requests (7 to 9 times there) and close together where a database works (1.4 to 1.6 times); strict architecture costs 10 to 17 % on light requests; a cursor is 1.7 times faster than OFFSET at p95; 50 columns take 1.45 times as long as 5; eager loading is 4.1 times and subquery loading 3.7 times faster than N+1 queries; the type of a column hardly matters.',
  metrics,
  services: { postgres: { data: dataSet }, redis: {}, 'external-api': {} },
  contract: runContract,
  contractVariables: ['DATA_LAYER'],
  tables: (measured) => [
    guide(measured),
    ...dataLayers(measured),
    publishedFiguresTable(measured),
    ...throughputAgainstLatency(measured),
    ...lostUpdates(measured),
    ...spikeRecovery(measured),
    ...memoryGrowth(measured),
    ...coldAndWarm(measured),
    coverage(measured),
  ],
  answers,
});
