import { type RequestHandler, Router } from 'express';
import { z } from 'zod';
import type { LogIn } from '../../../application/use-cases/log-in.ts';
import { id, parse } from '../validation.ts';

const LoginQuery = z.object({ user_id: id });

export function authController(useCases: { logIn: LogIn }, authenticate: RequestHandler): Router {
  const router = Router();

  router.post('/auth/login/jwt', async (request, response) => {
    const { user_id } = parse(LoginQuery, request.query);
    response.json({ access_token: await useCases.logIn.execute(user_id) });
  });

  router.get('/auth/protected/jwt', authenticate, (_request, response) => {
    response.json({ auth_type: 'jwt', user_id: response.locals.userId });
  });

  router.get('/auth/protected/none', (_request, response) => {
    response.json({ auth_type: 'none', user_id: null });
  });

  return router;
}
