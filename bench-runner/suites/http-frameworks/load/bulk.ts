import type { HttpRequest, LoadContext, LoadPlan } from '../../../define/http-load.ts';
import { expectEqual, jsonObject } from './expect.ts';

/** `POST /bulk-operations/{way}?count=`. */
function bulkRequest(way: string, rows: number): HttpRequest {
  return {
    name: 'bulk',
    method: 'POST',
    path: `/bulk-operations/${way}?count=${rows}`,
    check: (answer) => expectEqual('count', jsonObject(answer).count, rows),
  };
}

/**
 * One virtual user writes the rows in the way of the axis `way`, over and over. For updates the
 * table is filled first.
 */
export function bulkPlan({ parameters, ask }: LoadContext): LoadPlan {
  const way = String(parameters.way);
  const rows = Number(parameters.rows);
  const request = bulkRequest(way, rows);
  const empty = () => ask({ method: 'DELETE', path: '/bulk-operations/cleanup' });
  return {
    load: { kind: 'closed', users: 1 },
    *iteration() {
      yield request;
    },
    // Both times from an empty table, so that updates of later trials find the same rows.
    check: async () => {
      await empty();
      if (way.startsWith('update')) await ask(bulkRequest('insert-raw', rows));
      request.check?.(await ask(request));
    },
    metrics: ({ requests, seconds }) => ({ 'row-rate': (requests * rows) / seconds }),
  };
}

/**
 * One connection is what one virtual user needs. What the server still writes when the load ends is
 * then done before the check asks for more: on another connection the two could lock each other out.
 */
export function bulkEnvironment(): Record<string, string> {
  return { DB_POOL_SIZE: '1' };
}

/** What the bulk scenarios report: with few requests in a trial, the time of one says more. */
export const bulkMetrics = [
  'latency',
  'row-rate',
  'request-rate',
  'server-cpu',
  'postgres-cpu',
  'postgres-queries',
  'server-memory',
  'error-share',
] as const;
