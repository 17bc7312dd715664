import type { ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { EmailTaken } from '../data/store.ts';

export const notFound: NotFoundHandler = (c) =>
  c.json({ error: `there is no ${c.req.method} ${c.req.path}` }, 404);

export const onError: ErrorHandler = (error, c) => {
  if (error instanceof EmailTaken) {
    return c.json({ error: 'another user has this e-mail address', field: 'email' }, 409);
  }
  if (error instanceof HTTPException) {
    return error.res ?? c.json({ error: error.message }, error.status);
  }
  console.error(error);
  return c.json({ error: 'something went wrong on our side' }, 500);
};
