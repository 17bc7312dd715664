import type { HttpRequest } from '../../../define/http-load.ts';
import { volumes } from '../data/volumes.ts';
import { expectEqual, jsonRows } from './expect.ts';

/** `GET /n-plus-one/{strategy}`: authors with all their posts, in the order of their ids. */
export function authorsRequest(strategy: string, limit: number, offset: number): HttpRequest {
  return {
    name: 'authors',
    method: 'GET',
    path: `/n-plus-one/${strategy}?limit=${limit}&offset=${offset}`,
    check: (answer) => {
      const authors = jsonRows(answer, limit);
      const expected = Array.from({ length: limit }, (_, index) => offset + index + 1);
      expectEqual(
        'the list of ids',
        authors.map(({ id }) => id),
        expected,
      );
      for (const { posts } of authors) {
        if (!Array.isArray(posts)) throw new Error('an author has no array of posts');
        expectEqual('the number of posts', posts.length, volumes.postsPerAuthor);
      }
      return { found: true };
    },
  };
}
