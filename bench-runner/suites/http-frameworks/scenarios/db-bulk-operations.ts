import { defineScenario } from '../../../define/scenario.ts';
import { bulkEnvironment, bulkMetrics, bulkPlan } from '../load/bulk.ts';
import { dataParts } from '../load/data-parts.ts';
import { oneFramework } from '../load/participants.ts';
import { bulkTiming } from '../load/timing.ts';

export default defineScenario({
  title: 'Bulk inserts',
  category: 'db-advanced',
  question: 'Which way of inserting many rows is the fastest, and by how much?',
  description:
    'One request inserts as many rows as the axis says in one transaction: with a statement a row (individual), with the batch of the driver or ORM (batch), or with one statement of many rows or COPY (raw). One virtual user; the table starts empty and grows while it is measured. Subjects are ranked by the median time of a request.',
  operation: 'one request that inserts all rows',
  axes: {
    way: { title: 'Way', quick: [], standard: ['insert-individual', 'insert-batch', 'insert-raw'] },
    rows: { title: 'Rows', quick: [], standard: [1000], full: [100, 1000, 10_000] },
  },
  metrics: bulkMetrics,
  baseline: 'express',
  standardSubjects: oneFramework,
  contrast: { axis: 'way', baseline: 'insert-individual' },
  timing: bulkTiming(7),
  method: {
    kind: 'http-load',
    services: ['postgres'],
    data: dataParts('bulk'),
    writes: true,
    environment: bulkEnvironment,
    load: bulkPlan,
  },
});
