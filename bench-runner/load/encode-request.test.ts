import { expect, it } from 'vitest';
import type { HttpRequest } from '../define/http-load.ts';
import { encodeRequest, targetOf } from './encode-request.ts';
import { Recording } from './recording.ts';
import { SharedLoad } from './shared-load.ts';
import { repeating, users } from './testing/run-briefly.ts';

const target = { host: '127.0.0.1', port: 3000 };
const bytesOf = (request: Omit<HttpRequest, 'name'>) =>
  encodeRequest(request, target).bytes.toString('latin1');

it('writes a request without a body', () => {
  expect(bytesOf({ method: 'GET', path: '/users?page=1', headers: { 'X-Id': '7' } })).toBe(
    'GET /users?page=1 HTTP/1.1\r\nhost: 127.0.0.1:3000\r\nx-id: 7\r\n\r\n',
  );
});

it('writes bodies with their length in bytes', () => {
  expect(bytesOf({ method: 'POST', path: '/', json: { a: 'é' } })).toBe(
    'POST / HTTP/1.1\r\nhost: 127.0.0.1:3000\r\ncontent-type: application/json\r\ncontent-length: 10\r\n\r\n{"a":"\xc3\xa9"}',
  );
  expect(bytesOf({ method: 'PUT', path: '/', body: Uint8Array.of(0, 255) })).toBe(
    'PUT / HTTP/1.1\r\nhost: 127.0.0.1:3000\r\ncontent-length: 2\r\n\r\n\0\xff',
  );
  expect(bytesOf({ method: 'POST', path: '/' })).toContain('content-length: 0\r\n');
  expect(bytesOf({ method: 'DELETE', path: '/' })).not.toContain('content-length');
});

it('takes addresses of plain HTTP only', () => {
  expect(targetOf('http://127.0.0.1:81')).toEqual({ host: '127.0.0.1', port: 81 });
  expect(targetOf('http://[::1]:81/')).toEqual({ host: '::1', port: 81 });
  for (const url of ['https://127.0.0.1', 'http://127.0.0.1/users', 'http://127.0.0.1/?a']) {
    expect(() => targetOf(url)).toThrow(TypeError);
  }
});

it('encodes an object once, and a copy or another server anew', () => {
  const shared = (port: number) =>
    new SharedLoad({
      target: { host: '127.0.0.1', port },
      plan: repeating(users(1)),
      seed: 0,
      checkShare: 0,
      recording: new Recording(0, 1, () => 0),
      onMistake: () => {},
    });
  const one = shared(3000);
  const get: HttpRequest = { name: 'get', method: 'GET', path: '/a' };
  const encoded = one.encoded(get);
  expect(one.encoded(get)).toBe(encoded);
  expect(one.encoded({ ...get, path: '/b' }).bytes.toString()).toContain('GET /b ');
  expect(shared(3001).encoded(get).bytes.toString()).toContain('host: 127.0.0.1:3001');
  const frozen = Object.freeze({ ...get, path: '/c' });
  expect(one.encoded(frozen).bytes.toString()).toContain('GET /c ');
});
