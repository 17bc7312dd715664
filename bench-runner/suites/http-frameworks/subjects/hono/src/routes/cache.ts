import { Hono } from 'hono';
import type { CachedUser, UserCache } from '../cache/user-cache.ts';
import type { UserStore } from '../data/store.ts';
import { refusal } from '../http/refusals.ts';
import { id, integer, path, query } from '../http/validation.ts';

const unknownUser = () => refusal(404, 'there is no user with this id', 'id');

const answer = (source: 'cache' | 'database', { id, name, email }: CachedUser, start: number) => ({
  source,
  user_id: id,
  name,
  email,
  elapsed_ms: performance.now() - start,
});

export const cacheRoutes = (cache: UserCache, users: UserStore) =>
  new Hono()
    .delete('/flush', async (c) => {
      await cache.clear();
      return c.json({ flushed: true });
    })
    .post('/warmup', query({ count: integer(1, 1_000).default(100) }), async (c) => {
      const start = performance.now();
      const found = await users.first(c.req.valid('query').count);
      await cache.fill(found);
      return c.json({ warmed_count: found.length, elapsed_ms: performance.now() - start });
    })
    .delete('/users/:id', path({ id }), async (c) => {
      await cache.remove(c.req.valid('param').id);
      return c.json({ removed: true });
    })
    .get('/users/:id/no-cache', path({ id }), async (c) => {
      const start = performance.now();
      const user = await users.find(c.req.valid('param').id);
      if (!user) throw unknownUser();
      return c.json(answer('database', user, start));
    })
    .get('/users/:id/cached', path({ id }), async (c) => {
      const start = performance.now();
      const { id } = c.req.valid('param');
      const cached = await cache.get(id);
      if (cached) return c.json(answer('cache', cached, start));
      const user = await users.find(id);
      if (!user) throw unknownUser();
      // Without Redis there is still an answer.
      await cache.set(user).catch(() => undefined);
      return c.json(answer('database', user, start));
    });
