import { Hono } from 'hono';
import { z } from 'zod';
import { type ColumnStore, columnTypes } from '../data/store.ts';
import { integer, path, query } from '../http/validation.ts';

const limited = query({ limit: integer(1, 1_000).default(100) });
const ofType = path({ type: z.enum(columnTypes, `expected one of ${columnTypes.join(', ')}`) });

export const columnRoutes = (columns: ColumnStore) =>
  new Hono()
    .get('/narrow', limited, async (c) => c.json(await columns.narrow(c.req.valid('query').limit)))
    .get('/wide', limited, async (c) => c.json(await columns.wide(c.req.valid('query').limit)))
    .get('/extra-wide', limited, async (c) =>
      c.json(await columns.extraWide(c.req.valid('query').limit)),
    )
    .get('/wide-projected', limited, async (c) =>
      c.json(await columns.wideProjected(c.req.valid('query').limit)),
    )
    .get('/type/:type', ofType, limited, async (c) =>
      c.json(await columns.typed(c.req.valid('param').type, c.req.valid('query').limit)),
    )
    .get('/plus-one/:type', ofType, limited, async (c) =>
      c.json(await columns.plusOne(c.req.valid('param').type, c.req.valid('query').limit)),
    );
