import { defineScenario } from '../../../define/scenario.ts';
import { dataLayerAxis, dataLayerEnvironment } from '../load/data-layer.ts';
import { dataParts } from '../load/data-parts.ts';
import { flowSteps, userFlow } from '../load/flow.ts';
import { databaseMetrics, latencyMetrics } from '../load/metric-lists.ts';
import { twoFrameworks } from '../load/participants.ts';
import { standardTiming } from '../load/timing.ts';
import { checkUsers } from '../load/users.ts';
import { databaseUsers } from '../load/virtual-users.ts';

export default defineScenario({
  title: 'Real-world flow',
  category: 'real-world',
  question:
    'Which framework and data layer suit a client that logs in, reads, changes and reads again?',
  description:
    'One iteration is four requests in order: a login that gives a token, the user read with it, the user changed (PUT), and read again, which must show the change. Each virtual user changes users of its own. 20 virtual users, each going on as soon as it is answered; with SQL by hand and with the ORM or query builder that each framework’s users would take.',
  operation: 'one request of the flow',
  axes: { 'data-layer': dataLayerAxis([], ['sql', 'orm']) },
  metrics: [...databaseMetrics, 'iteration-latency', ...latencyMetrics(flowSteps)],
  baseline: 'express',
  standardSubjects: twoFrameworks,
  contrast: { axis: 'data-layer', baseline: 'sql' },
  timing: standardTiming({ blocks: 7 }),
  method: {
    kind: 'http-load',
    services: ['postgres'],
    data: dataParts('users'),
    writes: true,
    environment: dataLayerEnvironment,
    load: ({ ask }) => ({
      load: { kind: 'closed', users: databaseUsers },
      iteration: userFlow(databaseUsers),
      check: () => checkUsers({ ask }),
    }),
  },
});
