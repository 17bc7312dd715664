import { Router } from 'express';
import type { AskExternalApi } from '../../../application/use-cases/ask-external-api.ts';

export function externalController(useCases: { askExternalApi: AskExternalApi }): Router {
  const router = Router();

  router.get('/external', async (_request, response) => {
    const { latencyMs, data } = await useCases.askExternalApi.execute();
    response.json({ source: 'external', latency_ms: latencyMs, data });
  });

  return router;
}
