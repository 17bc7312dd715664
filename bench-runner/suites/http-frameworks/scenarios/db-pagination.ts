import { defineScenario } from '../../../define/scenario.ts';
import { dataParts } from '../load/data-parts.ts';
import { databaseMetrics } from '../load/metric-lists.ts';
import {
  drawPage,
  type PaginationDepth,
  type PaginationWay,
  pageRequest,
  paginationDepths,
  paginationWays,
} from '../load/pagination.ts';
import { oneFramework } from '../load/participants.ts';
import { standardTiming } from '../load/timing.ts';
import { databaseUsers } from '../load/virtual-users.ts';

export default defineScenario({
  title: 'Pagination',
  category: 'db-advanced',
  question: 'What do OFFSET and COUNT(*) cost against a cursor, and how does that grow with depth?',
  description:
    'Pages of 20 out of 100,000 users: by OFFSET with the COUNT(*) that tells the number of pages, by OFFSET without it, or by a cursor on the primary key. Pages are drawn from the first, middle or last hundredth of the table, or from all of it. 20 virtual users, each asking again as soon as it is answered.',
  operation: 'one page of 20 users',
  axes: {
    way: { title: 'Way', quick: [], standard: paginationWays },
    depth: { title: 'Depth', quick: [], standard: ['first', 'last'], full: paginationDepths },
  },
  metrics: databaseMetrics,
  baseline: 'express',
  standardSubjects: oneFramework,
  contrast: { axis: 'way', baseline: 'offset' },
  timing: standardTiming({ blocks: 7 }),
  method: {
    kind: 'http-load',
    services: ['postgres'],
    data: dataParts('pagination'),
    load: ({ parameters, ask }) => {
      const way = parameters.way as PaginationWay;
      const depth = parameters.depth as PaginationDepth;
      return {
        load: { kind: 'closed', users: databaseUsers },
        *iteration(user) {
          yield pageRequest(
            way,
            drawPage(() => user.random(), depth),
          );
        },
        check: async () => {
          for (const end of [0, 1 - Number.EPSILON]) {
            const request = pageRequest(
              way,
              drawPage(() => end, depth),
            );
            request.check?.(await ask(request));
          }
        },
      };
    },
  },
});
