import { defineScenario } from '../../../define/scenario.ts';
import { dataLayerAxis, dataLayerEnvironment } from '../load/data-layer.ts';
import { dataParts } from '../load/data-parts.ts';
import { databaseMetrics } from '../load/metric-lists.ts';
import { twoFrameworks } from '../load/participants.ts';
import { recovery, type Spike } from '../load/recovery.ts';
import { httpTiming } from '../load/timing.ts';
import { checkUsers, readAnyUser } from '../load/users.ts';

const spike: Spike = {
  before: { users: 10, share: 0.3 },
  spike: { users: 100, share: 0.3 },
  after: { users: 10, share: 0.4 },
};

export default defineScenario({
  title: 'Spike traffic',
  category: 'stress',
  question: 'What happens to latency when ten times the users come, and how soon is it over?',
  description:
    'GET /users/{id} of random users with 10 virtual users for 30 % of the measured time, 100 for 30 %, and 10 again. Latencies before, in and after the spike are medians of the 95th percentiles of windows of 0.1 s or more; the recovery time runs until one of them is back within 1.5 times that of the first level, and cannot be told more finely than a window. Ranked by latency in the spike.',
  operation: 'one GET /users/{id}',
  axes: { 'data-layer': dataLayerAxis([], ['sql']) },
  metrics: [
    'latency-p95-spike',
    'latency-p95-before',
    'latency-p95-after',
    'recovery-time',
    ...databaseMetrics,
  ],
  baseline: 'express',
  standardSubjects: twoFrameworks,
  contrast: { axis: 'data-layer', baseline: 'sql' },
  timing: {
    quick: httpTiming.quick,
    standard: { blocks: 6, warmUpMs: 3_000, measureMs: 2_000 },
    full: { blocks: 15, warmUpMs: 2_000, measureMs: 20_000 },
  },
  method: {
    kind: 'http-load',
    services: ['postgres'],
    data: dataParts('users'),
    series: true,
    environment: dataLayerEnvironment,
    load: ({ ask }) => ({
      load: {
        kind: 'closed',
        users: spike.before.users,
        stages: [spike.before, spike.spike, spike.after],
      },
      *iteration(user) {
        yield readAnyUser(() => user.random());
      },
      check: () => checkUsers({ ask }),
      metrics: ({ windows, seconds }) => recovery(windows, spike, seconds),
    }),
  },
});
