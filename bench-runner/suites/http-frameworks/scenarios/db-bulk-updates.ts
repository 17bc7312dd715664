import { defineScenario } from '../../../define/scenario.ts';
import { bulkEnvironment, bulkMetrics, bulkPlan } from '../load/bulk.ts';
import { dataParts } from '../load/data-parts.ts';
import { oneFramework } from '../load/participants.ts';
import { bulkTiming } from '../load/timing.ts';

export default defineScenario({
  title: 'Bulk updates',
  category: 'db-advanced',
  question: 'How much faster is one statement that updates many rows than one for each?',
  description:
    'One request updates as many rows as the axis says in one transaction, with a statement a row (individual) or one for all (bulk). One virtual user; the rows are the same each time, so that dead versions of them pile up until PostgreSQL cleans up. Subjects are ranked by the median time of a request.',
  operation: 'one request that updates all rows',
  axes: {
    way: { title: 'Way', quick: [], standard: ['update-individual', 'update-bulk'] },
    rows: { title: 'Rows', quick: [], standard: [1000], full: [100, 1000, 10_000] },
  },
  metrics: bulkMetrics,
  baseline: 'express',
  standardSubjects: oneFramework,
  contrast: { axis: 'way', baseline: 'update-individual' },
  timing: bulkTiming(6),
  method: {
    kind: 'http-load',
    services: ['postgres'],
    data: dataParts('bulk'),
    writes: true,
    environment: bulkEnvironment,
    load: bulkPlan,
  },
});
