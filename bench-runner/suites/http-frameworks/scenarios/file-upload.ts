import { defineScenario } from '../../../define/scenario.ts';
import { serverMetrics } from '../load/metric-lists.ts';
import { twoFrameworks } from '../load/participants.ts';
import { standardTiming } from '../load/timing.ts';
import { uploads } from '../load/upload.ts';

export default defineScenario({
  title: 'File upload',
  category: 'basic',
  question: 'What does it cost to take a file in a multipart body?',
  description:
    'POST /upload with one file of random bytes, each different from all others; the server reads the multipart body to its end and tells name, type and size. 20 virtual users, each asking again as soon as it is answered.',
  operation: 'one file received',
  axes: {
    size: {
      title: 'File',
      unit: 'B',
      quick: [],
      standard: [102_400],
      full: [10_240, 102_400, 1_048_576],
    },
  },
  metrics: serverMetrics,
  baseline: 'express',
  standardSubjects: twoFrameworks,
  timing: standardTiming({ blocks: 6 }),
  method: {
    kind: 'http-load',
    services: [],
    load: ({ parameters, random, ask }) => {
      const next = uploads(random, Number(parameters.size));
      return {
        load: { kind: 'closed', users: 20 },
        *iteration() {
          yield next();
        },
        check: async () => {
          const request = next();
          request.check?.(await ask(request));
        },
      };
    },
  },
});
