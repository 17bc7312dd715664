import { Router } from 'express';
import { z } from 'zod';
import { columnTypes } from '../../../application/ports/column-reader.ts';
import type { ReadColumns } from '../../../application/use-cases/read-columns.ts';
import { integer, parse } from '../validation.ts';

const LimitQuery = z.object({ limit: integer(1, 1_000).default(100) });
const TypeParameters = z.object({ type: z.enum(columnTypes) });

export function columnController(useCases: { readColumns: ReadColumns }): Router {
  const router = Router();

  for (const width of ['narrow', 'wide', 'extra-wide', 'wide-projected'] as const) {
    router.get(`/column-overhead/${width}`, async (request, response) => {
      const { limit } = parse(LimitQuery, request.query);
      response.json(await useCases.readColumns.execute(width, limit));
    });
  }

  for (const table of ['type', 'plus-one'] as const) {
    router.get(`/column-overhead/${table}/:type`, async (request, response) => {
      const { type } = parse(TypeParameters, request.params);
      const { limit } = parse(LimitQuery, request.query);
      response.json(await useCases.readColumns.execute(`${table}/${type}`, limit));
    });
  }

  return router;
}
