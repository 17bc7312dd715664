import type { HttpRequest, VirtualUser } from '../../../define/http-load.ts';
import { cachedRead, invalidate, uncachedRead } from './cached-reads.ts';
import { drawInteger } from './draw.ts';
import { userCount } from './users.ts';

/** Shares of hits, in %, by the values of the axis; null reads past the cache. */
const hitShares: Readonly<Record<string, number | null>> = {
  'no-cache': null,
  'hits-0': 0,
  'hits-10': 10,
  'hits-50': 50,
  'hits-90': 90,
  'hits-100': 100,
};

/** Values of the axis. */
export const cacheMixtures = Object.keys(hitShares);

/**
 * Two requests an iteration: one that invalidates a user and one that reads a user. For a miss it is
 * the same user, for a hit another one, so that the share of hits is the only thing that differs.
 * Every virtual user has users of its own, the lower half to read and the upper to invalidate, so
 * that none takes away what another is about to read.
 *
 * @throws RangeError where there are too few users for so many virtual ones.
 */
export function cacheIteration(mixture: string, virtualUsers: number) {
  const share = hitShares[mixture];
  if (share === undefined) throw new RangeError(`Expected one of ${cacheMixtures}, got ${mixture}`);
  const half = Math.floor(userCount / virtualUsers / 2);
  if (half < 1) throw new RangeError(`Expected at most ${userCount / 2} virtual users.`);
  return (user: VirtualUser): [HttpRequest, HttpRequest] => {
    const random = () => user.random();
    const id = 1 + user.index * 2 * half + drawInteger(random, 0, half - 1);
    const hit = random() * 100 < (share ?? 100);
    const dropped = hit ? id + half : id;
    const source = hit ? 'cache' : 'database';
    return [invalidate(dropped), share === null ? uncachedRead(id) : cachedRead(id, source)];
  };
}
