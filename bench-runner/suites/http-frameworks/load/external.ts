import type { HttpRequest } from '../../../define/http-load.ts';
import { expectFields, jsonObject } from './expect.ts';

/** What the stub waits before it answers, in ms; timers may be a little early. */
const shortestMs = 90;

/** `GET /external`: one call of the server to another one that answers after 100 ms. */
export const askExternal: HttpRequest = {
  name: 'external',
  method: 'GET',
  path: '/external',
  check: (answer) => {
    const body = jsonObject(answer);
    expectFields(body, ['source', 'latency_ms', 'data']);
    if (!(Number(body.latency_ms) >= shortestMs)) {
      throw new Error(
        `latency_ms is ${body.latency_ms}; expected at least ${shortestMs}, as the stub waits 100 ms`,
      );
    }
  },
};
