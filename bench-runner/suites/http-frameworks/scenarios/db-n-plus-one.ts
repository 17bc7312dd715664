import { defineScenario } from '../../../define/scenario.ts';
import { volumes } from '../data/volumes.ts';
import { authorsRequest } from '../load/authors.ts';
import { dataLayerAxis, dataLayerEnvironment } from '../load/data-layer.ts';
import { dataParts } from '../load/data-parts.ts';
import { drawInteger } from '../load/draw.ts';
import { databaseMetrics } from '../load/metric-lists.ts';
import { oneFramework } from '../load/participants.ts';
import { standardTiming } from '../load/timing.ts';
import { databaseUsers } from '../load/virtual-users.ts';

export default defineScenario({
  title: 'N+1 queries',
  category: 'db-advanced',
  question: 'What do N+1 queries cost against one join and against two queries?',
  description:
    'Authors with their 8 posts each, from a random offset: lazy asks once for the authors and once for the posts of each (N+1 queries), eager joins them (1 query), subquery asks for the posts of all authors at once (2 queries). 20 virtual users, each asking again as soon as it is answered.',
  operation: 'one answer with authors and their posts',
  axes: {
    strategy: { title: 'Loading', quick: [], standard: ['lazy', 'eager', 'subquery'] },
    authors: { title: 'Authors', quick: [], standard: [20], full: [1, 20, 100] },
    'data-layer': dataLayerAxis([], ['sql']),
  },
  metrics: databaseMetrics,
  baseline: 'express',
  standardSubjects: oneFramework,
  contrast: { axis: 'strategy', baseline: 'lazy' },
  timing: standardTiming({ blocks: 7 }),
  method: {
    kind: 'http-load',
    services: ['postgres'],
    data: dataParts('authors'),
    environment: dataLayerEnvironment,
    load: ({ parameters, ask }) => {
      const strategy = String(parameters.strategy);
      const limit = Number(parameters.authors);
      const request = (random: () => number) =>
        authorsRequest(strategy, limit, drawInteger(random, 0, volumes.authors - limit));
      return {
        load: { kind: 'closed', users: databaseUsers },
        *iteration(user) {
          yield request(() => user.random());
        },
        check: async () => {
          for (const end of [0, 1 - Number.EPSILON]) {
            const one = request(() => end);
            one.check?.(await ask(one));
          }
        },
      };
    },
  },
});
