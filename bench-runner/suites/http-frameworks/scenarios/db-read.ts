import { defineScenario } from '../../../define/scenario.ts';
import { dataLayerAxis, dataLayerEnvironment } from '../load/data-layer.ts';
import { dataParts } from '../load/data-parts.ts';
import { databaseMetrics } from '../load/metric-lists.ts';
import { frameworks, twoFrameworks } from '../load/participants.ts';
import { httpTiming } from '../load/timing.ts';
import { checkUsers, readAnyUser, readUsers } from '../load/users.ts';
import { databaseUsers } from '../load/virtual-users.ts';

export default defineScenario({
  title: 'Database read',
  category: 'basic',
  question: 'What does a framework cost where each request reads the database?',
  description:
    'One user by a random id (GET /users/{id}), or a list of 1,000 (GET /users), whose serialisation outweighs the query. 20 virtual users, twice the connections of the pool, each asking again as soon as it is answered.',
  operation: 'one request answered from the database',
  axes: {
    read: {
      title: 'Read',
      quick: ['one'],
      standard: ['one', 'list'],
    },
    'data-layer': dataLayerAxis(['sql'], ['sql']),
  },
  metrics: databaseMetrics,
  baseline: 'express',
  quickSubjects: twoFrameworks,
  standardSubjects: frameworks,
  contrast: { axis: 'data-layer', baseline: 'sql' },
  timing: httpTiming,
  method: {
    kind: 'http-load',
    services: ['postgres'],
    data: dataParts('users'),
    environment: dataLayerEnvironment,
    load: ({ parameters, ask }) => ({
      load: { kind: 'closed', users: databaseUsers },
      iteration:
        parameters.read === 'list'
          ? function* () {
              yield readUsers;
            }
          : function* (user) {
              yield readAnyUser(() => user.random());
            },
      check: () => checkUsers({ ask }),
    }),
  },
});
