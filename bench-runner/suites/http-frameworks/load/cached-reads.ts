import type { HttpRequest, LoadContext } from '../../../define/http-load.ts';
import { expectEqual, expectFields, jsonObject } from './expect.ts';
import { userCount } from './users.ts';

/** Where an answer must have come from. */
type Source = 'cache' | 'database' | undefined;

/** `GET /cache/users/{id}/cached`; with `source` the answer must say that it came from there. */
export function cachedRead(id: number, source?: Source): HttpRequest {
  return read(id, 'cached', source);
}

/** `GET /cache/users/{id}/no-cache`. */
export function uncachedRead(id: number): HttpRequest {
  return read(id, 'no-cache', 'database');
}

function read(id: number, way: 'cached' | 'no-cache', source: Source): HttpRequest {
  return {
    name: 'read',
    method: 'GET',
    path: `/cache/users/${id}/${way}`,
    check: (answer) => {
      const user = jsonObject(answer);
      expectFields(user, ['source', 'user_id', 'name', 'email', 'elapsed_ms']);
      expectEqual('the user_id', user.user_id, id);
      if (source !== undefined) expectEqual('the source', user.source, source);
      return { found: true };
    },
  };
}

/** `DELETE /cache/users/{id}`: the next cached read of that user misses. */
export function invalidate(id: number): HttpRequest {
  return { name: 'invalidate', method: 'DELETE', path: `/cache/users/${id}` };
}

/** Empties the cache and puts every user into it. */
export async function fillCache({ ask }: Pick<LoadContext, 'ask'>): Promise<void> {
  await ask({ method: 'DELETE', path: '/cache/flush' });
  const warmed = await ask({ method: 'POST', path: `/cache/warmup?count=${userCount}` });
  expectEqual('the number of users warmed up', jsonObject(warmed).warmed_count, userCount);
}

/** A miss, the hit after it, the miss after an invalidation, and a read past the cache. */
export async function checkCache({ ask }: Pick<LoadContext, 'ask'>): Promise<void> {
  const id = userCount;
  await ask(invalidate(id));
  for (const source of ['database', 'cache'] as const) {
    const request = cachedRead(id, source);
    request.check?.(await ask(request));
  }
  const past = uncachedRead(id);
  past.check?.(await ask(past));
}
