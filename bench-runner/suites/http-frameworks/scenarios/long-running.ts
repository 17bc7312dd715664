import { defineScenario } from '../../../define/scenario.ts';
import { dataParts } from '../load/data-parts.ts';
import { latencyDrift } from '../load/drift.ts';
import { mixedMetrics } from '../load/metric-lists.ts';
import { mixedTraffic } from '../load/mixed-traffic.ts';
import { httpTiming } from '../load/timing.ts';
import { closedLoad, manyUsers } from '../load/virtual-users.ts';

export default defineScenario({
  title: 'Long running',
  category: 'stress',
  question: 'Does memory grow or latency drift under a load that lasts?',
  description:
    'The mixture of “Concurrent mixed” for five minutes, after ten seconds of warm-up. The slope is that of resident memory over the measured time; drift is the 95th percentile in the last fifth over that in the first. Only in the full profile: over the seconds that the others measure, a heap that still grows to its working size looks like a leak.',
  operation: 'one request of the mixture',
  axes: {
    users: { title: 'Virtual users', quick: [], standard: [], full: [manyUsers] },
  },
  metrics: ['request-rate', 'server-memory-slope', 'latency-drift', ...mixedMetrics.slice(1)],
  baseline: 'express',
  timing: { ...httpTiming, full: { blocks: 6, warmUpMs: 10_000, measureMs: 300_000 } },
  method: {
    kind: 'http-load',
    services: ['postgres', 'external-api'],
    data: dataParts('users'),
    writes: true,
    series: true,
    load: (context) => {
      const { next, check } = mixedTraffic(context);
      return {
        load: closedLoad(context.parameters),
        *iteration(user) {
          yield next(user);
        },
        check,
        metrics: ({ windows }): Record<string, number> => {
          const drift = latencyDrift(windows);
          return drift === undefined ? {} : { 'latency-drift': drift };
        },
      };
    },
  },
});
