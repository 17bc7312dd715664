import { z } from 'zod';
import { answers, refuses } from '../expectations.ts';
import type { Section } from '../section.ts';

export const lightweight: Section = {
  title: '01 lightweight',
  parts: [],
  services: [],
  steps: [
    async (client) => {
      const health = z.strictObject({ status: z.literal('ok'), server: z.literal(client.subject) });
      await answers(client, ['GET', '/health'], health);
    },
    async (client) => {
      await refuses(client, ['GET', '/no-such-path'], undefined, [404]);
    },
    async (client) => {
      await refuses(client, ['DELETE', '/health'], undefined, [404, 405]);
    },
    async (client) => {
      await refuses(client, ['POST', '/health', { json: {} }], undefined, [404, 405]);
    },
  ],
};
