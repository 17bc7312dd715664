import { Hono } from 'hono';
import { z } from 'zod';
import { lockings, type ProductStore } from '../data/store.ts';
import { refusal } from '../http/refusals.ts';
import { id, integer, path, query } from '../http/validation.ts';

const method = z.enum(lockings, `expected one of ${lockings.join(', ')}`);
const quantity = integer(1, 1_000).default(1);
const unknownProduct = (field: string) =>
  refusal(404, `there is no product of this ${field}`, field);

export const transactionRoutes = (products: ProductStore) =>
  new Hono()
    .post('/reset', async (c) => c.json({ count: await products.reset() }))
    .get('/products/:id', path({ id }), async (c) => {
      const product = await products.find(c.req.valid('param').id);
      if (!product) throw unknownProduct('id');
      return c.json(product);
    })
    .post(
      '/decrement/:method',
      path({ method }),
      query({ product_id: id.default(1), quantity }),
      async (c) => {
        const { method } = c.req.valid('param');
        const { product_id, quantity } = c.req.valid('query');
        const start = performance.now();
        const result = await products.decrement(method, product_id, quantity);
        if (!result) throw unknownProduct('product_id');
        return c.json({ ...result, method, product_id, elapsed_ms: performance.now() - start });
      },
    );
