import type { HttpRequest } from '../define/http-load.ts';

/** A request with what is worked out from it once. */
export interface EncodedRequest {
  request: Omit<HttpRequest, 'name' | 'check'>;
  target: Target;
  bytes: Buffer;
  /** The status that counts as success. */
  status: number;
}

/** Where requests go: `http://host:port`, plain HTTP. */
export interface Target {
  host: string;
  port: number;
}

/** @throws TypeError where the address is not one of plain HTTP with nothing after the port. */
export function targetOf(url: string): Target {
  const { protocol, hostname, port, pathname, search } = new URL(url);
  if (protocol !== 'http:' || pathname !== '/' || search !== '') {
    throw new TypeError(`Expected an address such as http://127.0.0.1:3000, got ${url}.`);
  }
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 80) };
}

/**
 * The bytes of a request in HTTP/1.1.
 * @throws TypeError where path or headers could not be sent as they are, or two bodies are given.
 */
export function encodeRequest(request: EncodedRequest['request'], target: Target): EncodedRequest {
  const { method, path, headers = {}, status = 200 } = request;
  if (!/^\/[\x21-\x7e]*$/.test(path)) {
    throw new TypeError(
      `The path ${JSON.stringify(path)} must begin with / and be percent-encoded.`,
    );
  }
  const host = target.host.includes(':') ? `[${target.host}]` : target.host;
  const lines = [`${method} ${path} HTTP/1.1`, `host: ${host}:${target.port}`];
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || !/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) {
      throw new TypeError(`The header ${JSON.stringify(`${name}: ${value}`)} cannot be sent.`);
    }
    lines.push(`${name.toLowerCase()}: ${value}`);
  }
  const body = bodyOf(request);
  if (request.json !== undefined) lines.push('content-type: application/json');
  if (body || method === 'POST' || method === 'PUT') {
    lines.push(`content-length: ${body?.length ?? 0}`);
  }
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  return { request, target, bytes: body ? Buffer.concat([head, body]) : head, status };
}

function bodyOf({ json, body }: EncodedRequest['request']): Uint8Array | null {
  if (json !== undefined && body !== undefined) {
    throw new TypeError('A request has either json or body, not both.');
  }
  if (json !== undefined) return Buffer.from(JSON.stringify(json));
  return typeof body === 'string' ? Buffer.from(body) : (body ?? null);
}
