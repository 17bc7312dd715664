import type { FastifyPluginAsync } from 'fastify';
import { decrement, type Locking, lockings } from '../data/decrement.ts';
import type { ProductStore } from '../data/store.ts';
import { NotFound } from '../errors.ts';
import {
  flag,
  type IdParams,
  idParams,
  integer,
  largestId,
  moment,
  object,
  query,
  real,
  text,
  whole,
} from '../schemas.ts';

const fullStock = 1_000_000;

const productSchema = object({
  id: whole,
  name: text,
  stock: whole,
  version: whole,
  updated_at: moment,
});
const outcomeProperties = {
  success: flag,
  method: text,
  product_id: whole,
  old_stock: whole,
  new_stock: whole,
  retries: whole,
  elapsed_ms: real,
};
const outcomeSchema = object({ ...outcomeProperties, error: text }, Object.keys(outcomeProperties));

interface Decrement {
  Params: { method: Locking };
  Querystring: { product_id: number; quantity: number };
}

export const transactionRoutes: FastifyPluginAsync<{ products: ProductStore }> = async (
  app,
  { products },
) => {
  app.post(
    '/transactions/reset',
    { schema: { response: { 200: object({ reset: whole }) } } },
    async () => ({ reset: await products.reset(fullStock) }),
  );

  app.get<{ Params: IdParams }>(
    '/transactions/products/:id',
    { schema: { params: idParams, response: { 200: productSchema } } },
    async ({ params: { id } }) => {
      const product = await products.find(id);
      if (!product) throw new NotFound('id', id);
      return product;
    },
  );

  const params = object({ method: { enum: lockings } });
  const querystring = query({
    product_id: integer(1, largestId, 1),
    quantity: integer(1, 1_000, 1),
  });
  app.post<Decrement>(
    '/transactions/decrement/:method',
    { schema: { params, querystring, response: { 200: outcomeSchema } } },
    async ({ params: { method }, query: { product_id, quantity } }) => {
      const start = performance.now();
      const outcome = await decrement(products, method, product_id, quantity);
      if (!outcome) throw new NotFound('product_id', product_id);
      return { ...outcome, method, product_id, elapsed_ms: performance.now() - start };
    },
  );
};
