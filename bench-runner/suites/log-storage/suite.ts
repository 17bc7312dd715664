import { defineSuite } from '../../define/suite.ts';
import { metrics } from './metrics.ts';
import { answers } from './tables/answers.ts';
import { bottleneckTable } from './tables/bottlenecks.ts';
import { durabilityTable } from './tables/durability.ts';
import { familyTable } from './tables/families.ts';
import { industryTable } from './tables/industry.ts';
import { nextStepTable } from './tables/next-steps.ts';
import { recommendationTable } from './tables/recommendations.ts';
import { scalingTable } from './tables/scaling.ts';
import { targetTable } from './tables/targets.ts';

export default defineSuite({
  title: 'Log storage',
  question:
    'How close does a partition log written in TypeScript, with checksums, indexes, recovery and compaction, come to bare file calls?',
  hypothesis:
    'As the benchmark plan of a Kafka-like broker’s storage layer in Go expects of it: messages of 1 KB are produced at 500 to 800 MB/s with a 99th percentile below 2 ms and fetched in order at over 1,000 MB/s, from cached pages with a 99th percentile below 1 ms; four producers reach 0.7 of linear scaling; 100 MB are compacted in less than 100 ms. And as a prototype suggests of Node.js: in batches of 100 at least 0.6 of what a C program writes with the same calls, and fetched without checking at least half of what it reads.',
  metrics,
  tables: (measured) => [
    familyTable(measured),
    targetTable(measured),
    bottleneckTable(measured),
    ...durabilityTable(measured),
    ...scalingTable(measured),
    recommendationTable(measured),
    industryTable(measured),
    nextStepTable(measured),
  ],
  answers,
});
