import { Hono } from 'hono';
import { sign } from 'hono/jwt';
import type { UserStore } from '../data/store.ts';
import { refusal } from '../http/refusals.ts';
import { id, query } from '../http/validation.ts';
import { jsonWebToken } from '../middleware/json-web-token.ts';

const secondsToLive = 15 * 60;

export const authRoutes = (users: UserStore, secret: string) =>
  new Hono()
    .post('/login/jwt', query({ user_id: id }), async (c) => {
      const user = await users.find(c.req.valid('query').user_id);
      if (!user) throw refusal(404, 'there is no user with this user_id', 'user_id');
      const iat = Math.floor(Date.now() / 1_000);
      const claims = { sub: String(user.id), iat, exp: iat + secondsToLive };
      return c.json({ access_token: await sign(claims, secret, 'HS256') });
    })
    .get('/protected/jwt', jsonWebToken(secret), (c) =>
      c.json({ auth_type: 'jwt', user_id: c.var.userId }),
    )
    .get('/protected/none', (c) => c.json({ auth_type: 'none', user_id: null }));
