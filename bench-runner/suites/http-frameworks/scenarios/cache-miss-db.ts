import { defineScenario } from '../../../define/scenario.ts';
import { cacheIteration, cacheMixtures } from '../load/cache-mixture.ts';
import { checkCache, fillCache } from '../load/cached-reads.ts';
import { dataParts } from '../load/data-parts.ts';
import { cacheMetrics } from '../load/metric-lists.ts';
import { oneFramework } from '../load/participants.ts';
import { standardTiming } from '../load/timing.ts';
import { databaseUsers } from '../load/virtual-users.ts';

export default defineScenario({
  title: 'Cache miss',
  category: 'caching',
  question: 'From which share of hits on does a cache pay for its misses?',
  description:
    'Each iteration invalidates one user and reads one. A read that misses asks Redis, then PostgreSQL, then writes into Redis; whether it misses depends only on which user was invalidated. no-cache reads past Redis and keeps the invalidation, so that only the read differs. The invalidations, half of all requests, draw ratios towards 1; latency-read is that of reads alone. 20 virtual users with users of their own.',
  operation: 'one request, every other of them a read',
  axes: {
    mixture: {
      title: 'Reads',
      quick: [],
      standard: ['no-cache', 'hits-0', 'hits-90'],
      full: cacheMixtures,
    },
  },
  metrics: [...cacheMetrics, 'latency-read', 'latency-invalidate'],
  baseline: 'express',
  standardSubjects: oneFramework,
  contrast: { axis: 'mixture', baseline: 'no-cache' },
  timing: standardTiming({ blocks: 7 }),
  method: {
    kind: 'http-load',
    services: ['postgres', 'redis'],
    data: dataParts('users'),
    load: async ({ parameters, ask }) => {
      const requests = cacheIteration(String(parameters.mixture), databaseUsers);
      await fillCache({ ask });
      return {
        load: { kind: 'closed', users: databaseUsers },
        *iteration(user) {
          yield* requests(user);
        },
        check: () => checkCache({ ask }),
      };
    },
  },
});
