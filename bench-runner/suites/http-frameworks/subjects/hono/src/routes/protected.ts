import { Hono } from 'hono';
import { requestId } from 'hono/request-id';
import { accessLog } from '../middleware/access-log.ts';
import { opaqueToken } from '../middleware/opaque-token.ts';

export const protectedRoutes = () =>
  new Hono()
    .use(requestId())
    .use(accessLog)
    .use(opaqueToken)
    .get('/', (c) => c.json({ message: 'Access granted', user: c.var.user }));
