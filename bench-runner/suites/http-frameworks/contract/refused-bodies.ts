import { z } from 'zod';
import { type Client, excerpt, type Method } from './client.ts';
import { answers, hasStatus, refuses } from './expectations.ts';
import type { Step } from './section.ts';
import { NoAnswer, Violation } from './violation.ts';

const broken: [string, string | Uint8Array<ArrayBuffer>, string][] = [
  ['no JSON', '{"name":', 'application/json'],
  ['no JSON', 'name=Ada', 'application/json'],
  ['an empty body', '', 'application/json'],
  ['an array', '[]', 'application/json'],
  ['null', 'null', 'application/json'],
  ['a string', '"text"', 'application/json'],
  ['plain text', '{"name":"Ada"}', 'text/plain'],
  ['invalid UTF-8', invalidUtf8(), 'application/json'],
];

function invalidUtf8(): Uint8Array<ArrayBuffer> {
  const before = new TextEncoder().encode(
    '{"email":"utf8@example.com","password":"x","hash":"x","name":"a","message":"',
  );
  return new Uint8Array([...before, 0xff, 0xc3, 0x28, ...new TextEncoder().encode('"}')]);
}

/** Bodies that are no JSON object, too large or of another type, to a path that takes JSON. */
export function refusesBrokenBodies(method: Method, path: string): Step[] {
  return [
    ...broken.map(([what, body, type]) => async (client: Client) => {
      const reply = await client.send(method, path, { body, headers: { 'content-type': type } });
      if (![400, 413, 415, 422].includes(reply.status)) {
        throw new Violation(
          `${reply.request} answered ${reply.status} to ${what} sent as ${type}, expected 400, 415 or 422; it said: ${excerpt(reply.text)}`,
        );
      }
      reply.json();
    }),
    (client) => refusesOversized(client, method, path),
  ];
}

/** A subject may close the connection while it is still being sent too much. */
async function refusesOversized(client: Client, method: Method, path: string): Promise<void> {
  const json = { message: 'm'.repeat(1_500_000), name: 'a', email: 'large@example.com' };
  try {
    await refuses(
      client,
      [method, path, { json: { ...json, name: json.message } }],
      undefined,
      [413, 400],
    );
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    await isUp(client, `${method} ${path} with a body of 1.2 MB`);
  }
}

/** @throws NoAnswer where the server no longer answers after what is named. */
export async function isUp(client: Client, after: string): Promise<void> {
  try {
    hasStatus(await client.send('GET', '/health'), [200]);
    await answers(client, ['GET', '/health'], z.object({ status: z.literal('ok') }));
  } catch (error) {
    throw new NoAnswer(`GET /health fails after ${after}: ${(error as Error).message}`);
  }
}
