import { defineScenario } from '../../../define/scenario.ts';
import { dataLayerAxis, dataLayerEnvironment } from '../load/data-layer.ts';
import { dataParts } from '../load/data-parts.ts';
import { jsonObject } from '../load/expect.ts';
import { databaseMetrics } from '../load/metric-lists.ts';
import { checkWrites, createUser, deleteUser, newUser, updateUser } from '../load/new-user.ts';
import { frameworks } from '../load/participants.ts';
import { httpTiming } from '../load/timing.ts';
import { databaseUsers } from '../load/virtual-users.ts';

export default defineScenario({
  title: 'Database write',
  category: 'basic',
  question: 'What does a framework cost where requests write to the database?',
  description:
    'One iteration creates a user (POST /users), changes it (PUT) and deletes it (DELETE), so that the table stays as long as it was. Every address is new. 20 virtual users, each going on as soon as it is answered. PostgreSQL runs as it comes, with fsync on.',
  operation: 'one request that writes',
  axes: { 'data-layer': dataLayerAxis([], ['sql']) },
  metrics: [...databaseMetrics, 'latency-create', 'latency-update', 'latency-delete'],
  baseline: 'express',
  standardSubjects: frameworks,
  contrast: { axis: 'data-layer', baseline: 'sql' },
  timing: httpTiming,
  method: {
    kind: 'http-load',
    services: ['postgres'],
    data: dataParts('users'),
    writes: true,
    environment: dataLayerEnvironment,
    load: ({ ask }) => ({
      load: { kind: 'closed', users: databaseUsers },
      *iteration(user) {
        const one = newUser(user);
        const created = yield createUser(one);
        const id = Number(jsonObject(created).id);
        yield updateUser(id, { ...one, name: `Changed User ${user.index}` });
        yield deleteUser(id);
      },
      check: () => checkWrites({ ask }),
    }),
  },
});
