import type { HttpRequest } from '../../../define/http-load.ts';
import { searchTerms } from '../data/volumes.ts';
import { expectEqual, expectFields, jsonRows } from './expect.ts';

/** How many posts hold a term. */
export type SearchTerm = keyof typeof searchTerms;
export const searchTermIds = Object.keys(searchTerms) as SearchTerm[];

const limit = 20;

/** `GET /search/{way}`: at most 20 posts that hold the term. */
export function searchRequest(way: string, term: SearchTerm): HttpRequest {
  const { word, posts } = searchTerms[term];
  return {
    name: 'search',
    method: 'GET',
    path: `/search/${way}?q=${word}&limit=${limit}`,
    check: (answer) => {
      const rows = jsonRows(answer);
      expectEqual('the number of posts', rows.length, Math.min(limit, posts));
      expectFields(rows[0], ['id', 'title']);
      return { found: rows.length > 0 };
    },
  };
}
