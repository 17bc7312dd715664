import type { HttpRequest } from '../../../define/http-load.ts';
import { defineScenario } from '../../../define/scenario.ts';
import { expectEqual, jsonObject } from '../load/expect.ts';
import { serverMetrics } from '../load/metric-lists.ts';
import { httpTiming } from '../load/timing.ts';
import { closedLoad, manyUsers, usersAxis } from '../load/virtual-users.ts';

const health: HttpRequest = {
  name: 'health',
  method: 'GET',
  path: '/health',
  check: (answer) => expectEqual('the status', jsonObject(answer).status, 'ok'),
};

export default defineScenario({
  title: 'Lightweight',
  category: 'basic',
  question: 'What does a framework cost where there is nothing else to do?',
  description:
    'Virtual users ask for GET /health, whose answer is a JSON object of two fields: routing, the framework’s own layers and a small serialisation are all there is. Each asks again as soon as it is answered, 50 of them in the standard profile.',
  operation: 'one GET /health',
  axes: { users: usersAxis(manyUsers, [manyUsers]) },
  metrics: serverMetrics,
  baseline: 'express',
  quickSubjects: ['express', 'fastify'],
  standardSubjects: ['express', 'express-strict', 'fastify', 'nestjs', 'hono'],
  timing: httpTiming,
  method: {
    kind: 'http-load',
    services: [],
    load: ({ parameters, ask }) => ({
      load: closedLoad(parameters),
      *iteration() {
        yield health;
      },
      check: async () => {
        const { status, server } = jsonObject(await ask(health));
        expectEqual('the status', status, 'ok');
        if (typeof server !== 'string' || server === '') {
          throw new Error(`the server is ${JSON.stringify(server)}; expected a subject's id`);
        }
      },
    }),
  },
});
