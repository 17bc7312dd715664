import { Router } from 'express';
import { z } from 'zod';
import { columnTypes } from '../data/columns.ts';
import type { ColumnStore, Rows } from '../data/store.ts';
import { integer, parse } from '../validation.ts';

const Query = z.object({ limit: integer(1, 1_000).default(100) });

export function columnRoutes(columns: ColumnStore): Router {
  const router = Router();
  const give = (path: string, read: (limit: number) => Promise<Rows>) => {
    router.get(`/column-overhead/${path}`, async (request, response) => {
      const { limit } = parse(Query, request.query);
      response.json(await read(limit));
    });
  };

  give('narrow', columns.narrow);
  give('wide', columns.wide);
  give('extra-wide', columns.extraWide);
  give('wide-projected', columns.wideProjected);
  for (const type of columnTypes) {
    give(`type/${type}`, (limit) => columns.typed(type, limit));
    give(`plus-one/${type}`, (limit) => columns.plusOne(type, limit));
  }
  return router;
}
