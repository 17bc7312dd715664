import type { HttpAnswer } from '../define/http-load.ts';
import { headersOf } from './response-head.ts';
import type { ResponseParser } from './response-parser.ts';

/** The answer a parser holds. Headers and body are looked at only where somebody asks for them. */
export class ReceivedAnswer implements HttpAnswer {
  readonly #parser: ResponseParser;

  constructor(parser: ResponseParser) {
    this.#parser = parser;
  }

  get status(): number {
    return this.#parser.head.status;
  }

  get headers(): Record<string, string> {
    return headersOf(this.#parser.headBytes);
  }

  get body(): Buffer {
    return this.#parser.body;
  }

  json<Value = unknown>(): Value {
    return parseJson(this.status, this.body);
  }
}

/** @throws Error where a body is not JSON, with the status and how the body begins. */
export function parseJson<Value>(status: number, body: Buffer): Value {
  const text = body.toString();
  try {
    return JSON.parse(text) as Value;
  } catch (cause) {
    const beginning = beginningOf(body);
    throw new Error(`Expected JSON, got status ${status} with the body ${beginning}.`, { cause });
  }
}

/** The first characters of a body, in quotes. */
export function beginningOf(body: Buffer): string {
  const text = body.toString('utf8', 0, 400);
  return JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);
}
