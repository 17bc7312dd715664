import { Router } from 'express';
import { z } from 'zod';
import type { ExternalApi } from '../external-api.ts';
import { accessLog } from '../middleware/access-log.ts';
import { opaqueToken } from '../middleware/opaque-token.ts';
import { requestId } from '../middleware/request-id.ts';
import { parse } from '../validation.ts';

const Echo = z.object({
  message: z.string(),
  data: z.record(z.string(), z.unknown()).optional(),
});

export function basicRoutes(subject: string, external: ExternalApi): Router {
  const router = Router();

  router.get('/health', (_request, response) => {
    response.json({ status: 'ok', server: subject });
  });

  router.post('/echo', (request, response) => {
    const { message, data } = parse(Echo, request.body);
    response.json({ message, data });
  });

  router.get('/external', async (_request, response) => {
    const start = performance.now();
    const data = await external.get();
    response.json({ source: 'external', latency_ms: performance.now() - start, data });
  });

  router.get('/protected', requestId, accessLog, opaqueToken, (_request, response) => {
    const token: string = response.locals.token;
    response.json({ message: 'Access granted', user: `user_from_token_${token.slice(0, 8)}` });
  });

  return router;
}
