import { defineScenario } from '../../../define/scenario.ts';
import { columnTypes } from '../data/volumes.ts';
import { dataParts } from '../load/data-parts.ts';
import { databaseMetrics } from '../load/metric-lists.ts';
import { oneFramework } from '../load/participants.ts';
import { rowsRequest } from '../load/rows.ts';
import { standardTiming } from '../load/timing.ts';
import { databaseUsers } from '../load/virtual-users.ts';

/** Id, name, e-mail and five of the type. */
const columnCount = 8;

export default defineScenario({
  title: 'Column types',
  category: 'db-advanced',
  question: 'Does it matter of which type five columns are?',
  description:
    'The first 100 rows of tables that differ only in the type of five columns: integer, timestamp, UUID, varchar of 32 characters, text of 20 words, and a JSONB object of four keys. The types differ in length too, as they do in use. 20 virtual users, each asking again as soon as it is answered.',
  operation: 'one answer of 100 rows',
  axes: {
    type: {
      title: 'Type of five columns',
      quick: [],
      standard: ['int', 'jsonb'],
      full: columnTypes,
    },
  },
  metrics: databaseMetrics,
  baseline: 'express',
  standardSubjects: oneFramework,
  contrast: { axis: 'type', baseline: 'int' },
  timing: standardTiming({ blocks: 6 }),
  method: {
    kind: 'http-load',
    services: ['postgres'],
    data: dataParts('types'),
    load: ({ parameters, ask }) => {
      const request = rowsRequest(`/column-overhead/type/${parameters.type}`, columnCount);
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
