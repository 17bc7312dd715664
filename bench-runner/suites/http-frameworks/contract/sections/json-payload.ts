import { z } from 'zod';
import { answers, holds, refuses, survives } from '../expectations.ts';
import { refusesBrokenBodies } from '../refused-bodies.ts';
import type { Section } from '../section.ts';

const echo = z.strictObject({
  message: z.string(),
  data: z.record(z.string(), z.unknown()).nullish(),
});
const data = { list: [1, 2.5, -3, true, null, 'ü'], nested: { deep: { deeper: 'x' } }, empty: {} };
const wrongBodies: [string, unknown][] = [
  ['message', {}],
  ['message', { message: 7 }],
  ['message', { message: null }],
  ['message', { message: ['a'] }],
  ['data', { message: 'a', data: 'text' }],
  ['data', { message: 'a', data: [1] }],
  ['data', { message: 'a', data: 7 }],
];

export const jsonPayload: Section = {
  title: '02 json-payload',
  parts: [],
  services: [],
  steps: [
    async (client) => {
      const request = ['POST', '/echo', { json: { message: 'grüße', data, extra: 1 } }] as const;
      const answer = await answers(client, request, echo);
      const same = JSON.stringify(answer) === JSON.stringify({ message: 'grüße', data });
      holds(same, 'POST /echo', `gave back ${JSON.stringify(answer)}, expected message and data`);
    },
    async (client) => {
      const answer = await answers(client, ['POST', '/echo', { json: { message: '' } }], echo);
      holds(answer.message === '' && !answer.data, 'POST /echo', 'made up a message or data');
    },
    async (client) => {
      const message = 'm'.repeat(900_000);
      const answer = await answers(client, ['POST', '/echo', { json: { message } }], echo);
      holds(answer.message === message, 'POST /echo', 'changed a message of 900,000 characters');
    },
    ...(wrongBodies.map(([field, json]) => async (client) => {
      await refuses(client, ['POST', '/echo', { json }], field);
    }) satisfies Section['steps']),
    ...refusesBrokenBodies('POST', '/echo'),
    async (client) => {
      const body = `{"message":"a","data":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`;
      const headers = { 'content-type': 'application/json' };
      await survives(client, ['POST', '/echo', { body, headers }]);
    },
    async (client) => {
      const body =
        '{"message":"a","data":{"__proto__":{"polluted":1}},"constructor":{"prototype":1}}';
      const headers = { 'content-type': 'application/json' };
      await survives(client, ['POST', '/echo', { body, headers }]);
    },
    async (client) => {
      await survives(client, ['POST', '/echo', { json: { message: 'a\0b\ud800' } }]);
    },
  ],
};
