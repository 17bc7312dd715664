import { defineScenario } from '../../../define/scenario.ts';
import { dataParts } from '../load/data-parts.ts';
import { databaseMetrics } from '../load/metric-lists.ts';
import { oneFramework } from '../load/participants.ts';
import { standardTiming } from '../load/timing.ts';
import { checkUsers, readAnyUser } from '../load/users.ts';
import { manyUsers } from '../load/virtual-users.ts';

export default defineScenario({
  title: 'Pool size',
  category: 'experiments',
  question: 'How many connections to the database should a server keep?',
  description:
    'GET /users/{id} of random users with pools of different sizes. A request that finds no free connection waits in the server. 50 virtual users, so that up to 50 connections can be in use at once.',
  operation: 'one GET /users/{id}',
  axes: {
    connections: {
      title: 'Connections',
      quick: [],
      standard: [10, 50],
      full: [5, 10, 20, 50],
    },
  },
  metrics: databaseMetrics,
  baseline: 'express',
  standardSubjects: oneFramework,
  contrast: { axis: 'connections', baseline: 10 },
  timing: standardTiming({ blocks: 6 }),
  method: {
    kind: 'http-load',
    services: ['postgres'],
    data: dataParts('users'),
    environment: ({ connections }) => ({ DB_POOL_SIZE: String(connections) }),
    load: ({ ask }) => ({
      load: { kind: 'closed', users: manyUsers },
      *iteration(user) {
        yield readAnyUser(() => user.random());
      },
      check: () => checkUsers({ ask }),
    }),
  },
});
