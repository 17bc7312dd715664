import { defineScenario } from '../../../define/scenario.ts';
import { askExternal } from '../load/external.ts';
import { rankedBy, serverMetrics } from '../load/metric-lists.ts';
import { twoFrameworks } from '../load/participants.ts';
import { standardTiming } from '../load/timing.ts';
import { closedLoad } from '../load/virtual-users.ts';

export default defineScenario({
  title: 'External API',
  category: 'basic',
  question: 'What does it cost a server to wait for another one?',
  description:
    'GET /external makes the server call a stub that answers after 100 ms. With 200 virtual users no more than 2,000 requests/s are possible, whatever the server does, so subjects are ranked by the CPU time of a request and not by the rate.',
  operation: 'one GET /external',
  axes: {
    users: { title: 'Virtual users', quick: [], standard: [200], full: [50, 200, 500] },
  },
  metrics: rankedBy('server-cpu', [...serverMetrics, 'external-api-requests']),
  baseline: 'express',
  standardSubjects: twoFrameworks,
  timing: standardTiming({ blocks: 6 }),
  method: {
    kind: 'http-load',
    services: ['external-api'],
    load: ({ parameters, ask }) => ({
      load: closedLoad(parameters),
      *iteration() {
        yield askExternal;
      },
      check: async () => {
        askExternal.check?.(await ask(askExternal));
      },
    }),
  },
});
