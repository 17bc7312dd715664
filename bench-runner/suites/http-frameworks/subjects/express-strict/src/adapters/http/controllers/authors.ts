import { Router } from 'express';
import { z } from 'zod';
import { type ListAuthors, loadings } from '../../../application/use-cases/list-authors.ts';
import { authorJson } from '../presenters.ts';
import { integer, parse } from '../validation.ts';

const LoadingParameters = z.object({ loading: z.enum(loadings) });
const PageQuery = z.object({
  limit: integer(1, 100).default(20),
  offset: integer(0, 1_000_000).default(0),
});

export function authorController(useCases: { listAuthors: ListAuthors }): Router {
  const router = Router();

  router.get('/n-plus-one/:loading', async (request, response) => {
    const { loading } = parse(LoadingParameters, request.params);
    const { limit, offset } = parse(PageQuery, request.query);
    const authors = await useCases.listAuthors.execute(loading, limit, offset);
    response.json(authors.map(authorJson));
  });

  return router;
}
