import { defineScenario } from '../../../define/scenario.ts';
import { dataLayerAxis, dataLayerEnvironment } from '../load/data-layer.ts';
import { dataParts } from '../load/data-parts.ts';
import { latencyMetrics, mixedMetrics } from '../load/metric-lists.ts';
import { mixedNames, mixedTraffic } from '../load/mixed-traffic.ts';
import { twoFrameworks } from '../load/participants.ts';
import { standardTiming } from '../load/timing.ts';
import { manyUsers } from '../load/virtual-users.ts';

export default defineScenario({
  title: 'Concurrent mixed',
  category: 'basic',
  question: 'Which framework does best where many kinds of request come at once?',
  description:
    'Each request is drawn anew: 5 % health, 15 % JSON echo, 40 % lists of 1,000 users, 10 % users created, 15 % calls of an API that answers after 100 ms, 15 % through the middleware chain. 50 virtual users, each asking again as soon as it is answered.',
  operation: 'one request of the mixture',
  axes: { 'data-layer': dataLayerAxis([], ['sql']) },
  metrics: [...mixedMetrics, ...latencyMetrics(mixedNames)],
  baseline: 'express',
  standardSubjects: twoFrameworks,
  contrast: { axis: 'data-layer', baseline: 'sql' },
  timing: standardTiming({ blocks: 6 }),
  method: {
    kind: 'http-load',
    services: ['postgres', 'external-api'],
    data: dataParts('users'),
    writes: true,
    environment: dataLayerEnvironment,
    load: (context) => {
      const { next, check } = mixedTraffic(context);
      return {
        load: { kind: 'closed', users: manyUsers },
        *iteration(user) {
          yield next(user);
        },
        check,
      };
    },
  },
});
