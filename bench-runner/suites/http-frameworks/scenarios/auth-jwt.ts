import { defineScenario } from '../../../define/scenario.ts';
import { dataParts } from '../load/data-parts.ts';
import { drawInteger } from '../load/draw.ts';
import { serverMetrics } from '../load/metric-lists.ts';
import { oneFramework } from '../load/participants.ts';
import { standardTiming } from '../load/timing.ts';
import { login, tokenRequests, withoutToken } from '../load/tokens.ts';
import { manyUsers } from '../load/virtual-users.ts';

const tokens = 64;

export default defineScenario({
  title: 'JSON Web Tokens',
  category: 'real-world',
  question: 'What does it cost to check a JSON Web Token, or to sign one?',
  description:
    'The same small answer without a token (none), after checking the signature of one (jwt, HS256, 64 tokens of different users in rotation), and the login that signs one. With the library that the framework’s users would take. 50 virtual users, each asking again as soon as it is answered.',
  operation: 'one request answered',
  axes: {
    auth: {
      title: 'Authentication',
      quick: [],
      standard: ['none', 'jwt'],
      full: ['none', 'jwt', 'login'],
    },
  },
  metrics: serverMetrics,
  baseline: 'express',
  standardSubjects: oneFramework,
  contrast: { axis: 'auth', baseline: 'none' },
  timing: standardTiming({ blocks: 6 }),
  method: {
    kind: 'http-load',
    services: ['postgres'],
    data: dataParts('users'),
    load: async ({ parameters, ask }) => {
      const { valid, forged } = await tokenRequests(tokens, { ask });
      const requests = {
        none: [withoutToken],
        jwt: valid,
        login: Array.from({ length: tokens }, (_, index) => login(index + 1)),
      }[parameters.auth as 'none' | 'jwt' | 'login'];
      return {
        load: { kind: 'closed', users: manyUsers },
        *iteration(user) {
          const request = requests[drawInteger(() => user.random(), 0, requests.length - 1)];
          if (request !== undefined) yield request;
        },
        check: async () => {
          for (const request of requests.slice(0, 2)) request.check?.(await ask(request));
          await ask(forged);
        },
      };
    },
  },
});
