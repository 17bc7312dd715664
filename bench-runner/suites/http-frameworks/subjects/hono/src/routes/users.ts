import { Hono } from 'hono';
import { z } from 'zod';
import type { PaginationStore, UserStore } from '../data/store.ts';
import { refusal } from '../http/refusals.ts';
import { id, json, path, storable } from '../http/validation.ts';
import { paginationRoutes } from './pagination.ts';

const listed = 1_000;

const NewUser = z.object({
  name: storable(z.string().max(100)).refine((name) => name.trim() !== '', 'must not be blank'),
  email: storable(z.string().max(254)).refine(
    (email) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email),
    'expected an e-mail address',
  ),
});

const unknownUser = () => refusal(404, 'there is no user with this id', 'id');

export const userRoutes = (users: UserStore, pagination: PaginationStore) =>
  new Hono()
    .get('/', async (c) => c.json(await users.first(listed)))
    .post('/', json(NewUser), async (c) => c.json(await users.create(c.req.valid('json')), 201))
    .route('/', paginationRoutes(pagination))
    .get('/:id', path({ id }), async (c) => {
      const user = await users.find(c.req.valid('param').id);
      if (!user) throw unknownUser();
      return c.json(user);
    })
    .put('/:id', path({ id }), json(NewUser), async (c) => {
      const user = await users.update(c.req.valid('param').id, c.req.valid('json'));
      if (!user) throw unknownUser();
      return c.json(user);
    })
    .delete('/:id', path({ id }), async (c) => {
      if (!(await users.remove(c.req.valid('param').id))) throw unknownUser();
      return c.body(null, 204);
    });
