import { Router } from 'express';
import { z } from 'zod';
import { decrement, lockings } from '../data/decrement.ts';
import type { ProductStore } from '../data/store.ts';
import { NotFound } from '../refusal.ts';
import { id, idParams, integer, parse } from '../validation.ts';

const fullStock = 1_000_000;

const DecrementParams = z.object({ method: z.enum(lockings) });
const DecrementQuery = z.object({
  product_id: id.default(1),
  quantity: integer(1, 1_000).default(1),
});

export function transactionRoutes(products: ProductStore): Router {
  const router = Router();

  router.post('/transactions/reset', async (_request, response) => {
    response.json({ reset: await products.reset(fullStock) });
  });

  router.get('/transactions/products/:id', async (request, response) => {
    const { id } = parse(idParams, request.params);
    const product = await products.find(id);
    if (!product) throw new NotFound('id', id);
    response.json(product);
  });

  router.post('/transactions/decrement/:method', async (request, response) => {
    const { method } = parse(DecrementParams, request.params);
    const { product_id, quantity } = parse(DecrementQuery, request.query);
    const start = performance.now();
    const outcome = await decrement(products, method, product_id, quantity);
    if (!outcome) throw new NotFound('product_id', product_id);
    response.json({ ...outcome, method, product_id, elapsed_ms: performance.now() - start });
  });

  return router;
}
