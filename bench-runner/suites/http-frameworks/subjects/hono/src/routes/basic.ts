import { Hono } from 'hono';
import { z } from 'zod';
import { refusal } from '../http/refusals.ts';
import { json } from '../http/validation.ts';

const Message = z.object({
  message: z.string(),
  data: z.record(z.string(), z.unknown()).optional(),
});

export const basicRoutes = (server: string) =>
  new Hono()
    .get('/health', (c) => c.json({ status: 'ok', server }))
    .post('/echo', json(Message), (c) => {
      try {
        return c.json(c.req.valid('json'));
      } catch (error) {
        // JSON can be read at any depth, and written down to that of the stack.
        if (error instanceof RangeError) throw refusal(400, 'nested too deeply', 'data');
        throw error;
      }
    });
