import { Router } from 'express';
import { z } from 'zod';
import type {
  CompareAuthors,
  CompareCountries,
  CountUsers,
} from '../../../application/use-cases/read-statistics.ts';
import { authorStatisticsJson, countryJson, countsJson } from '../presenters.ts';
import { integer, parse } from '../validation.ts';

const LayerParameters = z.object({ layer: z.enum(['orm', 'raw']) });
const LimitQuery = z.object({ limit: integer(1, 100).default(10) });

export interface StatisticsUseCases {
  countUsers: CountUsers;
  compareCountries: CompareCountries;
  compareAuthors: CompareAuthors;
}

export function statisticsController(
  layers: Readonly<Record<'orm' | 'raw', StatisticsUseCases>>,
): Router {
  const router = Router();

  router.get('/aggregation/count/:layer', async (request, response) => {
    const { layer } = parse(LayerParameters, request.params);
    response.json(countsJson(await layers[layer].countUsers.execute()));
  });

  router.get('/aggregation/stats/country/:layer', async (request, response) => {
    const { layer } = parse(LayerParameters, request.params);
    const { limit } = parse(LimitQuery, request.query);
    const countries = await layers[layer].compareCountries.execute(limit);
    response.json(countries.map(countryJson));
  });

  router.get('/aggregation/stats/author/:layer', async (request, response) => {
    const { layer } = parse(LayerParameters, request.params);
    const { limit } = parse(LimitQuery, request.query);
    const authors = await layers[layer].compareAuthors.execute(limit);
    response.json(authors.map(authorStatisticsJson));
  });

  return router;
}
