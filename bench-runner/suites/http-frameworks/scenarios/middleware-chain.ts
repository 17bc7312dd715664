import { defineScenario } from '../../../define/scenario.ts';
import { drawOne } from '../load/draw.ts';
import { serverMetrics } from '../load/metric-lists.ts';
import { twoFrameworks } from '../load/participants.ts';
import { checkProtected, protectedRequests } from '../load/protected.ts';
import { standardTiming } from '../load/timing.ts';
import { closedLoad, manyUsers, usersAxis } from '../load/virtual-users.ts';

export default defineScenario({
  title: 'Middleware chain',
  category: 'basic',
  question: 'What do request id, authentication and a structured access log cost?',
  description:
    'GET /protected goes through three layers of middleware of the framework’s own kind: a request id that is echoed, a check of the bearer token, and a line of structured access log. 64 random tokens and request ids in rotation. 50 virtual users in the standard profile.',
  operation: 'one GET /protected',
  axes: { users: usersAxis(manyUsers) },
  metrics: serverMetrics,
  baseline: 'express',
  standardSubjects: twoFrameworks,
  timing: standardTiming({ blocks: 6 }),
  method: {
    kind: 'http-load',
    services: [],
    load: ({ parameters, random, ask }) => {
      const requests = protectedRequests(random);
      return {
        load: closedLoad(parameters),
        *iteration(user) {
          yield drawOne(() => user.random(), requests);
        },
        check: () => checkProtected(requests[0], { ask }),
      };
    },
  },
});
