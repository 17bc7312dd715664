import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Client } from '../client.ts';
import { answers, holds, refuses } from '../expectations.ts';
import { idRange, refusesQueryIntegers, unknownId } from '../refused-values.ts';
import type { Section } from '../section.ts';

const lifetimeSeconds = 15 * 60;

const login = z.strictObject({ access_token: z.string().min(1) });
const claims = z.looseObject({ sub: z.string(), iat: z.int(), exp: z.int() });
const hours = (count: number) => Math.floor(Date.now() / 1000) + count * 3600;

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function sign(algorithm: 'HS256' | 'HS512', payload: unknown, secret: string): string {
  const signed = `${encode({ alg: algorithm, typ: 'JWT' })}.${encode(payload)}`;
  const hash = algorithm === 'HS256' ? 'sha256' : 'sha512';
  return `${signed}.${createHmac(hash, secret).update(signed).digest('base64url')}`;
}

function secretOf(client: Client): string {
  const secret = client.environment.JWT_SECRET;
  if (secret) return secret;
  throw new Error(
    'The contract forges tokens to see them refused: name JWT_SECRET, as the server was given it, in `environment`.',
  );
}

const logIn = async (client: Client, number: number) =>
  (await answers(client, ['POST', `/auth/login/jwt?user_id=${number}`], login)).access_token;

/** Tokens that must be refused, by what is wrong with them. */
const forged: Record<string, (token: string, secret: string) => string | undefined> = {
  'no token': () => undefined,
  'an empty token': () => 'Bearer ',
  'no JWT': () => 'Bearer abcdefghijkl',
  'another scheme': (token) => `Basic ${token}`,
  'no scheme': (token) => token,
  'a cut signature': (token) => `Bearer ${token.slice(0, -3)}`,
  'no signature': (token) => `Bearer ${token.slice(0, token.lastIndexOf('.') + 1)}`,
  'other claims': (token) => {
    const [head, , signature] = token.split('.');
    return `Bearer ${head}.${encode({ sub: '1', iat: hours(0), exp: hours(1) })}.${signature}`;
  },
  'alg none': () =>
    `Bearer ${encode({ alg: 'none', typ: 'JWT' })}.${encode({ sub: '7', exp: hours(1) })}.`,
  'alg None': () =>
    `Bearer ${encode({ alg: 'None', typ: 'JWT' })}.${encode({ sub: '7', exp: hours(1) })}.`,
  'another secret': () =>
    `Bearer ${sign('HS256', { sub: '7', iat: hours(0), exp: hours(1) }, 'another secret')}`,
  'HS512 in place of HS256': (_, secret) =>
    `Bearer ${sign('HS512', { sub: '7', iat: hours(0), exp: hours(1) }, secret)}`,
  'an expired token': (_, secret) =>
    `Bearer ${sign('HS256', { sub: '7', iat: hours(-2), exp: hours(-1) }, secret)}`,
};

export const authentication: Section = {
  title: '16 auth-jwt',
  parts: ['users'],
  services: ['postgres'],
  steps: [
    async (client) => {
      const token = await logIn(client, 7);
      const [head, payload] = token.split('.').map((part) => Buffer.from(part, 'base64url'));
      const header = z.looseObject({ alg: z.literal('HS256') }).safeParse(parsed(head));
      const content = claims.safeParse(parsed(payload));
      const right =
        content.success &&
        content.data.sub === '7' &&
        content.data.exp - content.data.iat === lifetimeSeconds;
      holds(
        header.success && right,
        'POST /auth/login/jwt?user_id=7',
        `gave a token with ${head} and ${payload}, expected HS256, sub "7" and exp ${lifetimeSeconds} s after iat`,
      );
      const headers = { authorization: `Bearer ${token}` };
      const shape = z.strictObject({ auth_type: z.literal('jwt'), user_id: z.literal(7) });
      await answers(client, ['GET', '/auth/protected/jwt', { headers }], shape);
      const own = sign('HS256', { sub: '7', iat: hours(0), exp: hours(1) }, secretOf(client));
      const signed = { authorization: `Bearer ${own}` };
      await answers(client, ['GET', '/auth/protected/jwt', { headers: signed }], shape);
    },
    async (client) => {
      const shape = z.strictObject({ auth_type: z.literal('none'), user_id: z.null() });
      await answers(client, ['GET', '/auth/protected/none'], shape);
    },
    ...Object.entries(forged).map(([what, forge]): Section['steps'][number] => async (client) => {
      const authorization = forge(await logIn(client, 7), secretOf(client));
      const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
      const path = `/auth/protected/jwt`;
      const reply = await client.send('GET', path, { headers });
      const refused = reply.status === 401 && /authorization/i.test(JSON.stringify(reply.json()));
      holds(
        refused,
        `GET ${path} with ${what}`,
        `answered ${reply.status} ${reply.text}, expected 401 with a JSON body naming "authorization"`,
      );
    }),
    async (client) => {
      await refuses(client, ['POST', '/auth/login/jwt'], 'user_id');
    },
    async (client) => {
      const path = `/auth/login/jwt?user_id=${unknownId}`;
      await refuses(client, ['POST', path], 'user_id', [404]);
    },
    ...refusesQueryIntegers('user_id', idRange, 'POST', '/auth/login/jwt'),
  ],
};

function parsed(part: Buffer | undefined): unknown {
  try {
    return JSON.parse(String(part));
  } catch {
    return undefined;
  }
}
