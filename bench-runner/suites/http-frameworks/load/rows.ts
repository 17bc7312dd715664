import type { HttpRequest } from '../../../define/http-load.ts';
import { expectEqual, jsonRows } from './expect.ts';

/** Rows of an answer that compares columns. */
const limit = 100;

/** `GET <path>?limit=100`: rows with ids from 1, each with so many columns. */
export function rowsRequest(path: string, columns: number): HttpRequest {
  return {
    name: 'rows',
    method: 'GET',
    path: `${path}?limit=${limit}`,
    check: (answer) => {
      const rows = jsonRows(answer, limit);
      expectEqual('the first id', rows[0]?.id, 1);
      expectEqual('the number of columns', Object.keys(rows[0] ?? {}).length, columns);
      return { found: true };
    },
  };
}
