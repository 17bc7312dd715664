import type { HttpRequest } from '../../../define/http-load.ts';
import { expectEqual, jsonObject } from './expect.ts';
import { type EchoBody, echoBody } from './payload.ts';

/** Distinct bodies in rotation: enough that no layer can keep the answer of the last request. */
const distinct = 64;

/** `POST /echo` with random bodies, each of at least `bytes`; what comes back must be the same. */
export function echoRequests(random: () => number, bytes: number): [HttpRequest, ...HttpRequest[]] {
  const [first, ...others] = Array.from({ length: distinct }, () =>
    echoRequest(echoBody(random, bytes)),
  );
  if (first === undefined) throw new Error('no bodies were made');
  return [first, ...others];
}

function echoRequest(body: EchoBody): HttpRequest {
  return {
    name: 'echo',
    method: 'POST',
    path: '/echo',
    json: body,
    check: (answer) => expectEqual('the echo', jsonObject(answer), body),
  };
}
