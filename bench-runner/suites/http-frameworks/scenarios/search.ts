import { defineScenario } from '../../../define/scenario.ts';
import { dataParts } from '../load/data-parts.ts';
import { databaseMetrics } from '../load/metric-lists.ts';
import { oneFramework } from '../load/participants.ts';
import { type SearchTerm, searchRequest, searchTermIds } from '../load/searches.ts';
import { standardTiming } from '../load/timing.ts';
import { databaseUsers } from '../load/virtual-users.ts';

export default defineScenario({
  title: 'Text search',
  category: 'real-world',
  question: 'From how rare a word on does a full-text index beat LIKE?',
  description:
    'At most 20 of 8,000 posts whose text holds a word, by LIKE with the word between two wildcards, which reads posts until it has 20, or by a GIN index on the words. Half of all posts hold the frequent word, a tenth the common one, a hundredth the occasional one, 8 the rare one. 20 virtual users.',
  operation: 'one search answered',
  axes: {
    way: { title: 'Way', quick: [], standard: ['like', 'fulltext'] },
    term: { title: 'Word', quick: [], standard: ['rare', 'frequent'], full: searchTermIds },
  },
  metrics: databaseMetrics,
  baseline: 'express',
  standardSubjects: oneFramework,
  contrast: { axis: 'way', baseline: 'like' },
  timing: standardTiming({ blocks: 6 }),
  method: {
    kind: 'http-load',
    services: ['postgres'],
    data: dataParts('authors'),
    load: ({ parameters, ask }) => {
      const request = searchRequest(String(parameters.way), parameters.term as SearchTerm);
      return {
        load: { kind: 'closed', users: databaseUsers },
        *iteration() {
          yield request;
        },
        check: async () => {
          request.check?.(await ask(request));
        },
      };
    },
  },
});
