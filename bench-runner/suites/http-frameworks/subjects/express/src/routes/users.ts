import { Router } from 'express';
import { z } from 'zod';
import type { UserStore } from '../data/store.ts';
import { NotFound } from '../refusal.ts';
import { idParams, parse, storableText } from '../validation.ts';

const listed = 1_000;

const NewUser = z.object({
  name: storableText.min(1).max(100).regex(/\S/, 'must not be blank'),
  email: storableText.max(254).regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'must be an e-mail address'),
});

export function userRoutes(users: UserStore): Router {
  const router = Router();

  router.get('/users', async (_request, response) => {
    response.json(await users.first(listed));
  });

  router.get('/users/:id', async (request, response) => {
    const { id } = parse(idParams, request.params);
    const user = await users.find(id);
    if (!user) throw new NotFound('id', id);
    response.json(user);
  });

  router.post('/users', async (request, response) => {
    response.status(201).json(await users.create(parse(NewUser, request.body)));
  });

  router.put('/users/:id', async (request, response) => {
    const { id } = parse(idParams, request.params);
    const user = await users.update(id, parse(NewUser, request.body));
    if (!user) throw new NotFound('id', id);
    response.json(user);
  });

  router.delete('/users/:id', async (request, response) => {
    const { id } = parse(idParams, request.params);
    if (!(await users.remove(id))) throw new NotFound('id', id);
    response.status(204).end();
  });

  return router;
}
