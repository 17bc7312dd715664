import { defineScenario } from '../../../define/scenario.ts';
import { health } from '../load/health.ts';
import { serverMetrics } from '../load/metric-lists.ts';
import { frameworks, twoFrameworks } from '../load/participants.ts';
import { httpTiming } from '../load/timing.ts';
import { closedLoad, manyUsers, usersAxis } from '../load/virtual-users.ts';

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
  quickSubjects: twoFrameworks,
  standardSubjects: frameworks,
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
        health.check?.(await ask(health));
      },
    }),
  },
});
