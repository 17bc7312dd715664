import { z } from 'zod';
import type { Client } from '../client.ts';
import { answers, holds, refuses } from '../expectations.ts';
import { refusesBrokenBodies } from '../refused-bodies.ts';
import type { Section, Step } from '../section.ts';
import { duration } from '../shapes.ts';

const forms = {
  argon2id: /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/,
  bcrypt: /^\$2[aby]\$10\$/,
};

async function hashes(client: Client, algorithm: keyof typeof forms) {
  const password = 'correct horse 💡 staple';
  const shape = z.strictObject({ hash: z.string().regex(forms[algorithm]), elapsed_ms: duration });
  const request = [
    'POST',
    `/passwords/hash?algorithm=${algorithm}`,
    { json: { password } },
  ] as const;
  const { hash } = await answers(client, request, shape);
  const again = await answers(client, request, shape);
  holds(hash !== again.hash, request.slice(0, 2).join(' '), 'gave the same hash twice: no salt');
  for (const [tried, valid] of [
    [password, true],
    ['incorrect horse', false],
  ] as const) {
    const json = { password: tried, hash };
    const verdict = z.strictObject({ valid: z.literal(valid) });
    await answers(client, ['POST', '/passwords/verify', { json }], verdict);
  }
}

const path = '/passwords/hash?algorithm=';
const wrong: [string, string, unknown][] = [
  ['algorithm', '/passwords/hash', { password: 'a' }],
  ['algorithm', `${path}md5`, { password: 'a' }],
  ['password', `${path}argon2id`, {}],
  ['password', `${path}argon2id`, { password: '' }],
  ['password', `${path}argon2id`, { password: 7 }],
  ['password', `${path}argon2id`, { password: 'a'.repeat(129) }],
  ['password', `${path}bcrypt`, { password: 'a'.repeat(73) }],
  ['password', `${path}bcrypt`, { password: 'ü'.repeat(37) }],
  ['hash', '/passwords/verify', { password: 'a' }],
  ['hash', '/passwords/verify', { password: 'a', hash: 7 }],
  ['hash', '/passwords/verify', { password: 'a', hash: 'no hash' }],
  ['hash', '/passwords/verify', { password: 'a', hash: '$argon2id$v=19$m=19456,t=2,p=1$' }],
  ['hash', '/passwords/verify', { password: 'a', hash: '$2b$10$short' }],
];

const steps: Step[] = [
  (client) => hashes(client, 'argon2id'),
  (client) => hashes(client, 'bcrypt'),
  ...wrong.map(
    ([field, to, json]): Step =>
      async (client) => {
        await refuses(client, ['POST', to, { json }], field);
      },
  ),
  ...refusesBrokenBodies('POST', `${path}argon2id`),
  ...refusesBrokenBodies('POST', '/passwords/verify'),
];

/** Optional: a subject without it answers 404, and nothing more is asked of it. */
export const passwords: Section = {
  title: 'password hashing',
  parts: [],
  services: [],
  steps: steps.map(
    (step): Step =>
      async (client) => {
        const json = { password: 'a' };
        const { status } = await client.send('POST', '/passwords/verify', { json });
        if (status !== 404) await step(client);
      },
  ),
};
