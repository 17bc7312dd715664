import { Router } from 'express';
import { z } from 'zod';
import { parse } from '../validation.ts';

const Message = z.object({
  message: z.string(),
  data: z.record(z.string(), z.unknown()).optional(),
});

export function basicController(server: string): Router {
  const router = Router();

  router.get('/health', (_request, response) => {
    response.json({ status: 'ok', server });
  });

  router.post('/echo', (request, response) => {
    const { message, data } = parse(Message, request.body);
    response.json({ message, data });
  });

  return router;
}
