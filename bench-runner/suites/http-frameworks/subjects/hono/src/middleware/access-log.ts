import { createMiddleware } from 'hono/factory';
import type { RequestIdVariables } from 'hono/request-id';
import { pino } from 'pino';

const log = pino({ base: null });

/** One line of JSON a request on standard output. */
export const accessLog = createMiddleware<{ Variables: RequestIdVariables }>(async (c, next) => {
  const start = performance.now();
  await next();
  log.info({
    request_id: c.var.requestId,
    method: c.req.method,
    path: c.req.path,
    status: c.res.status,
    duration_ms: performance.now() - start,
  });
});
