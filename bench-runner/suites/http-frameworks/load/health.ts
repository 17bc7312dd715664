import type { HttpRequest } from '../../../define/http-load.ts';
import { expectEqual, jsonObject } from './expect.ts';

/** `GET /health`. */
export const health: HttpRequest = {
  name: 'health',
  method: 'GET',
  path: '/health',
  check: (answer) => {
    const { status, server } = jsonObject(answer);
    expectEqual('the status', status, 'ok');
    if (typeof server !== 'string' || server === '') {
      throw new Error(`the server is ${JSON.stringify(server)}; expected a subject's id`);
    }
  },
};
