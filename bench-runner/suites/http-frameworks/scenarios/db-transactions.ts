import { defineScenario } from '../../../define/scenario.ts';
import { dataParts } from '../load/data-parts.ts';
import { decrementPlan } from '../load/decrements.ts';
import { databaseMetrics } from '../load/metric-lists.ts';
import { oneFramework } from '../load/participants.ts';
import { standardTiming } from '../load/timing.ts';

export default defineScenario({
  title: 'Transactions under contention',
  category: 'db-advanced',
  question: 'What does it cost to lose no update, and which strategy is cheapest under contention?',
  description:
    'Virtual users take one piece each of the same product: without a lock (read, then write), with SELECT … FOR UPDATE (pessimistic), with a version number (optimistic), or in SERIALIZABLE transactions; the last two try again up to 5 times and then refuse. With a pool of 10 connections at most 10 transactions meet at a time. Ranked by pieces taken per second, since a refusal is no success; lost updates are counted against the stock that is left.',
  operation: 'one piece taken from the stock',
  axes: {
    strategy: {
      title: 'Strategy',
      quick: [],
      standard: ['no-lock', 'pessimistic', 'optimistic', 'serializable'],
    },
    users: { title: 'Virtual users', quick: [], standard: [50], full: [1, 10, 50] },
  },
  metrics: ['decrement-rate', 'lost-update-share', 'refused-share', 'retries', ...databaseMetrics],
  baseline: 'express',
  standardSubjects: oneFramework,
  contrast: { axis: 'strategy', baseline: 'no-lock' },
  timing: standardTiming({ blocks: 7 }),
  method: {
    kind: 'http-load',
    services: ['postgres'],
    data: dataParts('products'),
    writes: true,
    load: decrementPlan,
  },
});
