import { Ajv } from 'ajv';
import type { FastifyInstance } from 'fastify';

/** Paths and queries are text, so their integers are converted; JSON has types of its own. */
export function validateInput(app: FastifyInstance): void {
  const text = new Ajv({ coerceTypes: true, useDefaults: true });
  const json = new Ajv({ useDefaults: true });
  app.setValidatorCompiler(({ schema, httpPart }) =>
    (httpPart === 'body' ? json : text).compile(schema as object),
  );
}
