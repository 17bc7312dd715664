import { defineScenario } from '../../../define/scenario.ts';
import { rankedBy, serverMetrics } from '../load/metric-lists.ts';
import { hashPassword, verifyPassword } from '../load/passwords.ts';
import { closedLoad } from '../load/virtual-users.ts';

export default defineScenario({
  title: 'Password hashing',
  category: 'experiments',
  question: 'What do Argon2id and bcrypt cost at the recommended settings?',
  description:
    'A password is hashed, or checked against its hash, by Argon2id (19 MiB, 2 passes, 1 lane) or bcrypt (cost 10), the settings that OWASP recommends. One virtual user in the standard profile, so that latency is the time of one hash; the server’s peak memory holds what hashing takes. Ranked by the median time.',
  operation: 'one password hashed or checked',
  axes: {
    algorithm: { title: 'Algorithm', quick: [], standard: ['bcrypt', 'argon2id'] },
    work: { title: 'Work', quick: [], standard: ['hash'], full: ['hash', 'verify'] },
    users: { title: 'Virtual users', quick: [], standard: [1], full: [1, 10] },
  },
  metrics: rankedBy('latency', serverMetrics),
  baseline: 'express',
  subjects: ['express'],
  contrast: { axis: 'algorithm', baseline: 'bcrypt' },
  timing: {
    standard: { blocks: 6, warmUpMs: 1_500, measureMs: 1_500 },
    full: { blocks: 15, warmUpMs: 1_000, measureMs: 10_000 },
  },
  method: {
    kind: 'http-load',
    services: [],
    load: async ({ parameters, ask }) => {
      const algorithm = String(parameters.algorithm);
      const hash = hashPassword(algorithm);
      const { right, wrong } = await verifyPassword(algorithm, { ask });
      const request = parameters.work === 'hash' ? hash : right;
      return {
        load: closedLoad(parameters),
        *iteration() {
          yield request;
        },
        check: async () => {
          for (const one of [hash, right, wrong]) one.check?.(await ask(one));
        },
      };
    },
  },
});
