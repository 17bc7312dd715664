import { defineScenario } from '../../../define/scenario.ts';
import { dataParts } from '../load/data-parts.ts';
import { cacheMetrics } from '../load/metric-lists.ts';
import { mixedTraffic } from '../load/mixed-traffic.ts';
import { oneFramework } from '../load/participants.ts';
import { httpTiming } from '../load/timing.ts';
import { manyUsers } from '../load/virtual-users.ts';

export default defineScenario({
  title: 'Mixed, cold and warm',
  category: 'mixed',
  question: 'How much slower is everything right after a restart?',
  description:
    'The mixture of “Concurrent mixed” with one cached read in five requests. PostgreSQL and Redis are restarted before each trial and the server is started anew: cold measures at once, warm after a warm-up. So cold holds what the server’s compiler, the database’s buffers and the empty cache cost together. The kernel’s own file cache stays. 50 virtual users.',
  operation: 'one request of the mixture',
  axes: {
    state: { title: 'State', quick: [], standard: ['cold', 'warm'] },
  },
  metrics: [...cacheMetrics, 'postgres-buffer-hit-share', 'external-api-requests', 'latency-read'],
  baseline: 'express',
  standardSubjects: oneFramework,
  contrast: { axis: 'state', baseline: 'cold' },
  timing: {
    quick: httpTiming.quick,
    standard: { blocks: 6, warmUpMs: 5_000, measureMs: 1_000 },
    full: { blocks: 15, warmUpMs: 10_000, measureMs: 5_000 },
  },
  method: {
    kind: 'http-load',
    services: ['postgres', 'redis', 'external-api'],
    data: dataParts('users'),
    writes: true,
    series: true,
    restartServices: () => true,
    warmUp: ({ state }) => state === 'warm',
    load: (context) => {
      const { next, check } = mixedTraffic(context, { cached: true });
      return {
        load: { kind: 'closed', users: manyUsers },
        *iteration(user) {
          yield next(user);
        },
        check: onlyAfterwards(check),
      };
    },
  },
});

/** What a check asks for is warm afterwards, so that before a cold start nothing is asked. */
function onlyAfterwards(check: () => Promise<void>): () => Promise<void> {
  let asked = false;
  return async () => {
    if (asked) await check();
    asked = true;
  };
}
