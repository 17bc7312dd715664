import type { RequestHandler } from 'express';
import { pino } from 'pino';

const log = pino({ base: null });

/** One line of JSON to standard output for each answer. */
export const accessLog: RequestHandler = (request, response, next) => {
  const start = performance.now();
  response.once('finish', () => {
    log.info({
      method: request.method,
      path: request.originalUrl,
      status: response.statusCode,
      duration_ms: performance.now() - start,
      request_id: response.locals.requestId,
    });
  });
  next();
};
