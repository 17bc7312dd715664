import { Router } from 'express';
import { z } from 'zod';
import type { UserStore } from '../data/store.ts';
import { issueToken, jsonWebToken } from '../middleware/json-web-token.ts';
import { NotFound } from '../refusal.ts';
import { id, parse } from '../validation.ts';

const LoginQuery = z.object({ user_id: id });

export function authRoutes(users: UserStore, secret: string): Router {
  const router = Router();

  router.post('/auth/login/jwt', async (request, response) => {
    const { user_id } = parse(LoginQuery, request.query);
    const user = await users.find(user_id);
    if (!user) throw new NotFound('user_id', user_id);
    response.json({ access_token: issueToken(user.id, secret) });
  });

  router.get('/auth/protected/jwt', jsonWebToken(secret), (_request, response) => {
    response.json({ auth_type: 'jwt', user_id: response.locals.userId });
  });

  router.get('/auth/protected/none', (_request, response) => {
    response.json({ auth_type: 'none', user_id: null });
  });

  return router;
}
