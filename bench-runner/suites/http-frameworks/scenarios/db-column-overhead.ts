import { defineScenario } from '../../../define/scenario.ts';
import { columnQueries } from '../load/column-queries.ts';
import { dataParts } from '../load/data-parts.ts';
import { databaseMetrics } from '../load/metric-lists.ts';
import { oneFramework } from '../load/participants.ts';
import { rowsRequest } from '../load/rows.ts';
import { standardTiming } from '../load/timing.ts';
import { databaseUsers } from '../load/virtual-users.ts';

export default defineScenario({
  title: 'Column overhead',
  category: 'db-advanced',
  question: 'What does a row cost by its columns, and what does one column more?',
  description:
    'The first 100 rows of tables with 5, 20 and 50 columns, 5 of the 20 (a projection), and the 5 with one more column of each type. Every row is read, serialised and sent. 20 virtual users, each asking again as soon as it is answered.',
  operation: 'one answer of 100 rows',
  axes: {
    query: {
      title: 'Query',
      quick: [],
      standard: ['columns-5', 'columns-20', 'columns-50', '5-of-20', 'plus-one-jsonb'],
      full: Object.keys(columnQueries),
    },
  },
  metrics: databaseMetrics,
  baseline: 'express',
  standardSubjects: oneFramework,
  contrast: { axis: 'query', baseline: 'columns-5' },
  timing: standardTiming({ blocks: 8 }),
  method: {
    kind: 'http-load',
    services: ['postgres'],
    data: dataParts('columns', 'plus-one'),
    load: ({ parameters, ask }) => {
      const query = columnQueries[parameters.query as string];
      if (query === undefined) throw new Error(`there is no query ${parameters.query}`);
      const request = rowsRequest(query.path, query.columns);
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
