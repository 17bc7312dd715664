import type { HttpAnswer, LoadContext } from '../define/http-load.ts';
import { Connection, type FailureKind } from './connection.ts';
import { encodeRequest, targetOf } from './encode-request.ts';
import { beginningOf, parseJson } from './received-answer.ts';

/**
 * Sends one request outside any measurement, over a connection of its own.
 *
 * @param timeoutMs how long the answer may take.
 * @throws Error where there is no answer, or one with another status than the request expects.
 */
export async function ask(
  url: string,
  request: Parameters<LoadContext['ask']>[0],
  timeoutMs = 60_000,
): Promise<HttpAnswer> {
  const target = targetOf(url);
  const encoded = encodeRequest(request, target);
  const what = `${request.method} ${request.path}`;
  const answer = await new Promise<HttpAnswer>((resolve, reject) => {
    const settle = (end: () => void) => {
      clearTimeout(timer);
      end();
      connection.close();
    };
    const connection = new Connection(target, {
      onAnswer: () => settle(() => resolve(kept(connection.answer))),
      onFailure: (kind, reason) => settle(() => reject(failure(what, kind, reason))),
    });
    const timer = setTimeout(
      () => connection.fail('timeout', `no answer within ${timeoutMs} ms`),
      timeoutMs,
    );
    connection.send(encoded.bytes);
  });
  if (answer.status !== encoded.status) {
    const body = beginningOf(answer.body);
    throw new Error(
      `${what} was answered with status ${answer.status} rather than ${encoded.status}; the body is ${body}.`,
    );
  }
  return answer;
}

function failure(what: string, kind: FailureKind, reason: string): Error {
  return new Error(`${what} got no answer (${kind}): ${reason}.`);
}

/** A copy, which stays valid when the connection is gone. */
function kept({ status, headers, body }: HttpAnswer): HttpAnswer {
  const bytes = Buffer.from(body);
  return { status, headers, body: bytes, json: () => parseJson(status, bytes) };
}
