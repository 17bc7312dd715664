import { createMiddleware } from 'hono/factory';
import { verify } from 'hono/jwt';
import { unauthorized } from '../http/refusals.ts';
import { bearerToken } from './bearer-token.ts';

/** Lets through who has a token of ours that has not expired; HS256 is the one algorithm taken. */
export const jsonWebToken = (secret: string) =>
  createMiddleware<{ Variables: { userId: number } }>(async (c, next) => {
    const token = bearerToken(c.req.header('authorization'));
    if (token === undefined) throw unauthorized('expected a bearer token');
    const claims = await verify(token, secret, 'HS256').catch(() => undefined);
    const userId = Number(claims?.sub);
    if (!claims?.exp || !Number.isSafeInteger(userId)) {
      throw unauthorized('the token is not valid');
    }
    c.set('userId', userId);
    await next();
  });
