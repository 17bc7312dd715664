import type { HttpAnswer, HttpRequest, LoadContext } from '../../../../define/http-load.ts';
import { endpoints, type Reply } from './endpoints.ts';
import { State } from './state.ts';

type Request = Parameters<LoadContext['ask']>[0];

/** Answers requests as the contract says, without a socket. */
export class MadeUpServer {
  readonly state = new State();
  asked = 0;
  readonly #spoil: (body: unknown) => unknown;

  /** @param spoil what becomes of each body; for servers that answer wrongly. */
  constructor(spoil: (body: unknown) => unknown = (body) => body) {
    this.#spoil = spoil;
  }

  answer(request: Request): HttpAnswer {
    this.asked += 1;
    const { pathname, searchParams: query } = new URL(request.path, 'http://localhost');
    const words = pathname.split('/').slice(1);
    const endpoint = endpoints[`${request.method} ${words[0]}`];
    if (endpoint === undefined) throw new Error(`no endpoint for ${request.method} ${pathname}`);
    const headers = request.headers ?? {};
    const body = request.json ?? request.body;
    return answerOf(endpoint({ words, query, headers, body }, this.state), this.#spoil);
  }

  /** As a scenario asks outside the measurement. @throws Error on another status. */
  async ask(request: Request): Promise<HttpAnswer> {
    const answer = this.answer(request);
    const { status = 200 } = request;
    if (answer.status !== status) {
      throw new Error(`${request.path} was answered with ${answer.status}, not ${status}`);
    }
    return answer;
  }

  /** As in the measurement, with every answer looked at. @throws Error on a wrong answer. */
  async request(request: HttpRequest): Promise<HttpAnswer> {
    const answer = await this.ask(request);
    request.check?.(answer);
    return answer;
  }
}

function answerOf(reply: Reply, spoil: (body: unknown) => unknown): HttpAnswer {
  const body = Buffer.from(reply.body === undefined ? '' : JSON.stringify(spoil(reply.body)));
  return {
    status: reply.status ?? 200,
    headers: reply.headers ?? {},
    body,
    json: <Value>() => JSON.parse(body.toString()) as Value,
  };
}
