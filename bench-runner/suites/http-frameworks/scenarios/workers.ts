import { availableParallelism } from 'node:os';
import { defineScenario } from '../../../define/scenario.ts';
import { dataParts } from '../load/data-parts.ts';
import { databaseMetrics } from '../load/metric-lists.ts';
import { oneFramework } from '../load/participants.ts';
import { standardTiming } from '../load/timing.ts';
import { checkUsers, readAnyUser } from '../load/users.ts';
import { manyUsers } from '../load/virtual-users.ts';

/** The rule of thumb of twice the cores and one more, whatever the machine has. */
const ruleOfThumb = 'twice-cores-plus-one';

/** Connections of all workers together. */
const connections = 16;

function workerCount(value: number | string | undefined): number {
  return value === ruleOfThumb ? 2 * availableParallelism() + 1 : Number(value);
}

export default defineScenario({
  title: 'Number of workers',
  category: 'experiments',
  question: 'What do more worker processes bring on the processors that a server has?',
  description:
    'GET /users/{id} of random users against a server of as many worker processes as the axis says; 16 connections to PostgreSQL are shared out evenly, at least one each. The server keeps the processors that it has in all scenarios: on the layout with one core for it, more workers share that core. 50 virtual users.',
  operation: 'one GET /users/{id}',
  axes: {
    workers: {
      title: 'Workers',
      quick: [],
      standard: [1, 4],
      full: [1, 2, 4, 8, ruleOfThumb],
    },
  },
  metrics: databaseMetrics,
  baseline: 'express',
  standardSubjects: oneFramework,
  contrast: { axis: 'workers', baseline: 1 },
  timing: standardTiming({ blocks: 6 }),
  method: {
    kind: 'http-load',
    services: ['postgres'],
    data: dataParts('users'),
    environment: ({ workers }) => {
      const count = workerCount(workers);
      return {
        WORKERS: String(count),
        DB_POOL_SIZE: String(Math.max(1, Math.floor(connections / count))),
      };
    },
    load: ({ ask }) => ({
      load: { kind: 'closed', users: manyUsers },
      *iteration(user) {
        yield readAnyUser(() => user.random());
      },
      check: () => checkUsers({ ask }),
    }),
  },
});
