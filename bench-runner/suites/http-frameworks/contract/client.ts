import type { ContractContext } from '../../../define/suite.ts';
import { NoAnswer, Violation } from './violation.ts';

const requestTimeoutMs = 10_000;

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH';

export interface RequestParts {
  json?: unknown;
  body?: string | Uint8Array<ArrayBuffer> | FormData;
  headers?: Record<string, string>;
}

export interface Reply {
  /** Method and path, for messages. */
  request: string;
  status: number;
  headers: Headers;
  text: string;
  /** @throws Violation where the body is not JSON or not said to be. */
  json(): unknown;
}

/** Asks one subject; every request has a bound. */
export interface Client {
  environment: Readonly<Record<string, string>>;
  subject: string;
  send(method: Method, path: string, parts?: RequestParts): Promise<Reply>;
}

export function createClient({ url, subject, environment, signal }: ContractContext): Client {
  const send: Client['send'] = async (method, path, parts = {}) => {
    const request = `${method} ${path.length > 120 ? `${path.slice(0, 120)}…` : path}`;
    const headers = new Headers(parts.headers);
    let body = parts.body;
    if (parts.json !== undefined) {
      headers.set('content-type', 'application/json');
      body = JSON.stringify(parts.json);
    }
    const limit = AbortSignal.any([signal, AbortSignal.timeout(requestTimeoutMs)]);
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${url}${path}`, { method, headers, body, signal: limit });
      text = await response.text();
    } catch (error) {
      signal.throwIfAborted();
      const cause = (error as Error).cause ?? error;
      throw new NoAnswer(`${request} got no answer: ${(cause as Error).message}`, {
        cause: error,
      });
    }
    return {
      request,
      status: response.status,
      headers: response.headers,
      text,
      json: () => parseJson(request, response, text),
    };
  };
  return { environment, subject, send };
}

function parseJson(request: string, response: Response, text: string): unknown {
  const type = response.headers.get('content-type') ?? 'none';
  if (!/^application\/(?:[\w.-]+\+)?json\b/.test(type)) {
    throw new Violation(
      `${request} answered ${response.status} with the content type ${type}, expected application/json`,
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Violation(
      `${request} answered ${response.status} with a body that is not JSON: ${excerpt(text)}`,
    );
  }
}

/** The beginning of an answer, on one line. */
export function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 200 ? `${line.slice(0, 200)}…` : line || '(an empty body)';
}
