import type { FastifyError, FastifyInstance } from 'fastify';

/** A request that is refused, with the field at fault. */
export class Refusal extends Error {
  readonly statusCode: number;
  readonly field: string;

  constructor(statusCode: number, field: string, message: string) {
    super(`${field} ${message}`);
    this.statusCode = statusCode;
    this.field = field;
  }
}

/** What was asked for does not exist. */
export class NotFound extends Refusal {
  constructor(field: string, value: number) {
    super(404, field, `${value} does not exist`);
  }
}

/** Errors are JSON: what the client did wrong in words, what we did wrong without. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    if (isTooDeep(error)) return reply.code(400).send({ error: 'body is nested too deeply' });
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      console.error(error);
      return reply.code(status).send({ error: 'Internal error' });
    }
    const field = error instanceof Refusal ? error.field : undefined;
    return reply.code(status).send({ error: error.message, field });
  });
  app.setNotFoundHandler((_request, reply) => {
    reply.code(404).send({ error: 'No such path' });
  });
}

/** JSON can be parsed to depths that it cannot be written from. */
const isTooDeep = (error: unknown) =>
  error instanceof RangeError && error.message === 'Maximum call stack size exceeded';
