import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { Refusal } from './errors.ts';

/** Takes JSON alone, and refuses bytes that are not UTF-8 in place of replacing them. */
export function parseJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    (request, body, done) => {
      if (!isUtf8(body)) return done(new Refusal(400, 'body', 'is not UTF-8'));
      parse(request, body.toString(), done);
    },
  );
}
