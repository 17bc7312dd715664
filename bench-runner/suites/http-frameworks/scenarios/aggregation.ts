import { defineScenario } from '../../../define/scenario.ts';
import {
  type AggregationQuery,
  aggregationQueries,
  aggregationRequest,
} from '../load/aggregations.ts';
import { dataParts } from '../load/data-parts.ts';
import { databaseMetrics } from '../load/metric-lists.ts';
import { oneFramework } from '../load/participants.ts';
import { standardTiming } from '../load/timing.ts';
import { databaseUsers } from '../load/virtual-users.ts';

export default defineScenario({
  title: 'Aggregation',
  category: 'real-world',
  question: 'What does an ORM cost where the database counts and groups?',
  description:
    'Three counts over 1,000 users, the ten countries with the most users, and the ten authors with the most posts (8,000 posts joined to 1,000 authors), each through the ORM or as SQL by hand. PostgreSQL does most of the work, so little can be left for the layer to cost. 20 virtual users.',
  operation: 'one aggregate query answered',
  axes: {
    layer: { title: 'Layer', quick: [], standard: ['raw', 'orm'] },
    query: {
      title: 'Query',
      quick: [],
      standard: ['country'],
      full: aggregationQueries,
    },
  },
  metrics: databaseMetrics,
  baseline: 'express',
  standardSubjects: oneFramework,
  contrast: { axis: 'layer', baseline: 'raw' },
  timing: standardTiming({ blocks: 6 }),
  method: {
    kind: 'http-load',
    services: ['postgres'],
    data: dataParts('users', 'authors'),
    load: ({ parameters, ask }) => {
      const request = aggregationRequest(
        parameters.query as AggregationQuery,
        String(parameters.layer),
      );
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
