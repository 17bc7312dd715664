import type { z } from 'zod';
import { type Client, excerpt, type Method, type Reply, type RequestParts } from './client.ts';
import { Violation } from './violation.ts';

/** Asks, and returns the body once status and shape are right. */
export async function answers<Shape extends z.ZodType>(
  client: Client,
  request: readonly [Method, string, RequestParts?],
  shape: Shape,
  status = 200,
): Promise<z.infer<Shape>> {
  const reply = await client.send(...request);
  hasStatus(reply, [status]);
  return hasShape(reply, shape);
}

export function hasStatus(reply: Reply, statuses: readonly number[]): void {
  if (!statuses.includes(reply.status)) {
    throw new Violation(
      `${reply.request} answered ${reply.status}, expected ${statuses.join(' or ')}; it said: ${excerpt(reply.text)}`,
    );
  }
}

export function hasShape<Shape extends z.ZodType>(reply: Reply, shape: Shape): z.infer<Shape> {
  const parsed = shape.safeParse(reply.json());
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue?.path.length ? `at ${issue.path.join('.')}: ` : '';
  throw new Violation(
    `${reply.request} answered ${reply.status} with the wrong content, ${where}${issue?.message}; it said: ${excerpt(reply.text)}`,
  );
}

/** @throws Violation that says what the request answered and what was expected. */
export function holds(what: boolean, request: string, message: string): void {
  if (!what) throw new Violation(`${request} ${message}`);
}

const refusals = [400, 404, 413, 415, 422];

/**
 * Asks for something that must be refused: one of `statuses`, with a JSON body whose text names
 * the field where there is one.
 */
export async function refuses(
  client: Client,
  request: readonly [Method, string, RequestParts?],
  field?: string,
  statuses: readonly number[] = refusals,
): Promise<Reply> {
  const reply = await client.send(...request);
  const expected = `expected ${statuses.join(', ')} with a JSON body${field ? ` naming "${field}"` : ''}`;
  const sent =
    request[2]?.json === undefined
      ? ''
      : ` to the body ${excerpt(JSON.stringify(request[2].json))}`;
  if (!statuses.includes(reply.status)) {
    throw new Violation(
      `${reply.request} answered ${reply.status}${sent}, ${expected}; it said: ${excerpt(reply.text)}`,
    );
  }
  reply.json();
  if (field && !reply.text.toLowerCase().includes(field.toLowerCase())) {
    throw new Violation(
      `${reply.request} answered ${reply.status}${sent}, but ${expected}; it said: ${excerpt(reply.text)}`,
    );
  }
  return reply;
}

/** Asks for something that may be answered or refused, but must not fail. */
export async function survives(
  client: Client,
  request: readonly [Method, string, RequestParts?],
): Promise<void> {
  const reply = await client.send(...request);
  if (reply.status >= 500) {
    throw new Violation(
      `${reply.request} answered ${reply.status}, expected an answer or a refusal below 500; it said: ${excerpt(reply.text)}`,
    );
  }
  if (reply.text !== '') reply.json();
}
