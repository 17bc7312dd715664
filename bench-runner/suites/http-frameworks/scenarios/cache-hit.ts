import { defineScenario } from '../../../define/scenario.ts';
import { cachedRead, checkCache, fillCache, uncachedRead } from '../load/cached-reads.ts';
import { dataParts } from '../load/data-parts.ts';
import { drawInteger } from '../load/draw.ts';
import { cacheMetrics } from '../load/metric-lists.ts';
import { oneFramework } from '../load/participants.ts';
import { standardTiming } from '../load/timing.ts';
import { userCount } from '../load/users.ts';
import { manyUsers } from '../load/virtual-users.ts';

export default defineScenario({
  title: 'Cache hit',
  category: 'caching',
  question: 'How much does a cache gain where every read finds its answer there?',
  description:
    'One user by a random id, read from PostgreSQL (no-cache) or from Redis, into which all users were put before (cached). Both are a look-up by key over the loopback interface. 50 virtual users, each asking again as soon as it is answered.',
  operation: 'one user read',
  axes: {
    read: { title: 'Read', quick: [], standard: ['no-cache', 'cached'] },
  },
  metrics: cacheMetrics,
  baseline: 'express',
  standardSubjects: oneFramework,
  contrast: { axis: 'read', baseline: 'no-cache' },
  timing: standardTiming({ blocks: 6 }),
  method: {
    kind: 'http-load',
    services: ['postgres', 'redis'],
    data: dataParts('users'),
    load: async ({ parameters, ask }) => {
      const requests = Array.from({ length: userCount }, (_, index) =>
        parameters.read === 'cached' ? cachedRead(index + 1, 'cache') : uncachedRead(index + 1),
      );
      await fillCache({ ask });
      return {
        load: { kind: 'closed', users: manyUsers },
        *iteration(user) {
          const request = requests[drawInteger(() => user.random(), 0, userCount - 1)];
          if (request !== undefined) yield request;
        },
        check: () => checkCache({ ask }),
      };
    },
  },
});
