import { z } from 'zod';
import { answers, hasShape, hasStatus, holds, refuses } from '../expectations.ts';
import type { Section } from '../section.ts';

const granted = z.strictObject({
  message: z.literal('Access granted'),
  user: z.literal('user_from_token_abcdefgh'),
});
const bearer = { authorization: 'Bearer abcdefghijkl' };
const refused: Record<string, string>[] = [
  {},
  { authorization: '' },
  { authorization: 'abcdefghijkl' },
  { authorization: 'Basic abcdefghijkl' },
  { authorization: 'Bearer' },
  { authorization: 'Bearer ' },
  { authorization: 'Bearer abcdefghi' },
];

export const middlewareChain: Section = {
  title: '06 middleware-chain',
  parts: [],
  services: [],
  steps: [
    async (client) => {
      const headers = { ...bearer, 'x-request-id': 'contract-1' };
      const reply = await client.send('GET', '/protected', { headers });
      hasStatus(reply, [200]);
      hasShape(reply, granted);
      const echoed = reply.headers.get('x-request-id');
      holds(echoed === 'contract-1', reply.request, `echoed X-Request-Id as ${echoed}`);
    },
    async (client) => {
      await answers(client, ['GET', '/protected', { headers: bearer }], granted);
    },
    async (client) => {
      const headers = { ...bearer, 'x-request-id': 'long'.repeat(500) };
      await answers(client, ['GET', '/protected', { headers }], granted);
    },
    ...(refused.map((headers) => async (client) => {
      const sent = { headers: { ...headers, 'x-request-id': 'contract-2' } };
      await refuses(client, ['GET', '/protected', sent], 'authorization', [401]);
    }) satisfies Section['steps']),
  ],
};
