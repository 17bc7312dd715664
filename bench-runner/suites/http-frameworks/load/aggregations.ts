import type { HttpRequest } from '../../../define/http-load.ts';
import { volumes } from '../data/volumes.ts';
import { expectEqual, expectFields, jsonObject, jsonRows } from './expect.ts';

/** What is counted and grouped. */
export const aggregationQueries = ['count', 'country', 'author'] as const;
export type AggregationQuery = (typeof aggregationQueries)[number];

const limit = 10;

/** `GET /aggregation/…/{orm,raw}`. */
export function aggregationRequest(query: AggregationQuery, layer: string): HttpRequest {
  const named = { name: 'aggregate', method: 'GET' } as const;
  switch (query) {
    case 'count':
      return {
        ...named,
        path: `/aggregation/count/${layer}`,
        check: (answer) => {
          const { count_star, count_id, count_distinct_status } = jsonObject(answer);
          expectEqual('count_star', count_star, volumes.users);
          expectEqual('count_id', count_id, volumes.users);
          expectEqual('count_distinct_status', typeof count_distinct_status, 'number');
        },
      };
    case 'country':
      return {
        ...named,
        path: `/aggregation/stats/country/${layer}?limit=${limit}`,
        check: (answer) => {
          const rows = jsonRows(answer, limit);
          expectFields(rows[0], ['country', 'user_count', 'total_logins', 'avg_logins']);
          expectDescending(rows.map((row) => Number(row.user_count)));
        },
      };
    case 'author':
      return {
        ...named,
        path: `/aggregation/stats/author/${layer}?limit=${limit}`,
        check: (answer) => {
          const rows = jsonRows(answer, limit);
          expectFields(rows[0], [
            'author_id',
            'author_name',
            'post_count',
            'total_views',
            'avg_views',
          ]);
          expectEqual('post_count', rows[0]?.post_count, volumes.postsPerAuthor);
        },
      };
  }
}

function expectDescending(values: readonly number[]): void {
  expectEqual(
    'the order',
    values,
    values.toSorted((a, b) => b - a),
  );
}
