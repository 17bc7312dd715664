import { Router } from 'express';
import { z } from 'zod';
import type { FindProduct, ResetStock } from '../../../application/use-cases/products.ts';
import { lockings, type TakeFromStock } from '../../../application/use-cases/take-from-stock.ts';
import { productJson, takingJson } from '../presenters.ts';
import { id, idParameters, integer, parse } from '../validation.ts';

const MethodParameters = z.object({ method: z.enum(lockings) });
const DecrementQuery = z.object({
  product_id: id.default(1),
  quantity: integer(1, 1_000).default(1),
});

export interface ProductUseCases {
  findProduct: FindProduct;
  resetStock: ResetStock;
  takeFromStock: TakeFromStock;
}

export function productController(useCases: ProductUseCases): Router {
  const router = Router();

  router.post('/transactions/reset', async (_request, response) => {
    response.json({ count: await useCases.resetStock.execute() });
  });

  router.get('/transactions/products/:id', async (request, response) => {
    const { id } = parse(idParameters, request.params);
    response.json(productJson(await useCases.findProduct.execute(id)));
  });

  router.post('/transactions/decrement/:method', async (request, response) => {
    const { method } = parse(MethodParameters, request.params);
    const { product_id, quantity } = parse(DecrementQuery, request.query);
    const start = performance.now();
    const taking = await useCases.takeFromStock.execute(method, product_id, quantity);
    const elapsed_ms = performance.now() - start;
    response.json({ ...takingJson(taking), method, product_id, elapsed_ms });
  });

  return router;
}
