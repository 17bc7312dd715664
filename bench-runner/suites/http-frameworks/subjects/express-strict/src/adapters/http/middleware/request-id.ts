import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';

/** Takes the request's id from its header or makes one, and sends it back. */
export const requestId: RequestHandler = (request, response, next) => {
  response.locals.requestId = request.get('x-request-id') || randomUUID();
  response.set('X-Request-Id', response.locals.requestId);
  next();
};
