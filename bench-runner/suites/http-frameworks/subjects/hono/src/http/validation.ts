import { isUtf8 } from 'node:buffer';
import { zValidator } from '@hono/zod-validator';
import { createMiddleware } from 'hono/factory';
import { z } from 'zod';
import { refusal } from './refusals.ts';

function refuse(error: z.core.$ZodError): never {
  const issue = error.issues[0];
  throw refusal(400, issue?.message ?? 'wrong value', issue?.path.join('.') || undefined);
}

/** Validates what the query string holds; the message of a refusal names the parameter. */
export const query = <Shape extends z.ZodRawShape>(shape: Shape) =>
  zValidator('query', z.object(shape), (result) => {
    if (!result.success) refuse(result.error);
  });

export const path = <Shape extends z.ZodRawShape>(shape: Shape) =>
  zValidator('param', z.object(shape), (result) => {
    if (!result.success) refuse(result.error);
  });

const jsonType = /^application\/json\s*(?:;|$)/i;

/** Validates a JSON body, which must be UTF-8: decoding would replace what is not. */
export const json = <Body extends z.ZodType>(schema: Body) =>
  createMiddleware<object, string, { out: { json: z.output<Body> } }>(async (c, next) => {
    if (!jsonType.test(c.req.header('content-type') ?? '')) {
      throw refusal(415, 'expected a body of type application/json');
    }
    const bytes = Buffer.from(await c.req.arrayBuffer());
    if (!isUtf8(bytes)) throw refusal(400, 'the body is not UTF-8');
    let body: unknown;
    try {
      body = JSON.parse(bytes.toString());
    } catch {
      throw refusal(400, 'the body is not JSON');
    }
    const parsed = schema.safeParse(body);
    if (!parsed.success) refuse(parsed.error);
    c.req.addValidatedData('json', parsed.data as object);
    await next();
  });

/** Decimal digits only: `Number` alone would take `1e3`, ` 1` and the empty string. */
export const integer = (low: number, high: number) =>
  z
    .string(`expected an integer from ${low} to ${high}`)
    .regex(/^\d+$/, `expected an integer from ${low} to ${high}`)
    .transform(Number)
    .refine((value) => value >= low && value <= high, `expected ${low} to ${high}`);

export const id = integer(1, 2_147_483_647);

/** PostgreSQL's text holds any character but this one. */
export const storable = (text: z.ZodString) =>
  text.refine((value) => !value.includes('\0'), 'must not hold a null character');
