import { Router } from 'express';
import { z } from 'zod';
import type { SearchPosts } from '../../../application/use-cases/search-posts.ts';
import { integer, parse } from '../validation.ts';

const ByParameters = z.object({ by: z.enum(['like', 'fulltext']) });
const SearchQuery = z.object({ q: z.string(), limit: integer(1, 100).default(20) });

export function searchController(useCases: { searchPosts: SearchPosts }): Router {
  const router = Router();

  router.get('/search/:by', async (request, response) => {
    const { by } = parse(ByParameters, request.params);
    const { q, limit } = parse(SearchQuery, request.query);
    response.json(await useCases.searchPosts.execute(by, q, limit));
  });

  return router;
}
