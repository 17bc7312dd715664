import { describe, expect, it } from 'vitest';
import type { HttpAnswer } from '../define/http-load.ts';
import { repeating, runBriefly, users } from './testing/run-briefly.ts';
import { httpServer, ok, rawServer } from './testing/servers.ts';

const timeout = 30_000;

describe('a server that misbehaves', { timeout }, () => {
  it('with a status that is not expected is an error of that kind', async () => {
    let requests = 0;
    const url = await httpServer((_, response) => {
      requests += 1;
      response.statusCode = requests % 2 ? 500 : 200;
      response.end('ok');
    });
    const result = await runBriefly(url, repeating(users(1)));
    expect(Object.keys(result.errors)).toEqual(['status-500']);
    expect(result.firstError).toBe('get: status 500 with the body "ok"');
    expect(Math.abs((result.errors['status-500'] ?? 0) - result.requests)).toBeLessThanOrEqual(1);
    const windows = result.windows.reduce((sum, { errors }) => sum + errors, 0);
    expect(windows).toBe(result.errors['status-500']);
    const expected = await runBriefly(url, repeating(users(1), { path: '/x', status: 404 }));
    expect(expected.requests).toBe(0);
  });

  it('never answering is a timeout, and the user goes on over another connection', async () => {
    const url = await rawServer((socket, number) => {
      if (number % 2) socket.write(ok);
    });
    const result = await runBriefly(url, repeating(users(1)), {
      measureMs: 600,
      requestTimeoutMs: 50,
    });
    expect(result.errors.timeout).toBeGreaterThanOrEqual(2);
    expect(result.requests).toBeGreaterThanOrEqual(2);
    expect(Object.keys(result.errors)).toEqual(['timeout']);
    expect(result.firstError).toBe('get: no answer within 50 ms');
  });

  it.each([
    ['closing in mid-body', 'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf', 'connection'],
    ['closing without an answer', '', 'connection'],
    ['sending garbage', 'garbage\r\n\r\n', 'malformed'],
    ['sending a huge head', `HTTP/1.1 200 OK\r\nx: ${'a'.repeat(70_000)}\r\n\r\n`, 'malformed'],
    ['sending more than it says', `${ok}more`, 'malformed'],
  ])('by %s is an error, and the next request is answered', async (_, text, kind) => {
    const url = await rawServer((socket, number) => {
      if (number % 2) socket.write(ok);
      else socket.end(text);
    });
    const result = await runBriefly(url, repeating(users(1)));
    expect(Object.keys(result.errors)).toEqual([kind]);
    expect(result.errors[kind]).toBeGreaterThanOrEqual(2);
    expect(Math.abs((result.errors[kind] ?? 0) - result.requests)).toBeLessThanOrEqual(1);
  });

  it('by closing after each answer costs connections, not errors', async () => {
    const url = await httpServer((_, response) => {
      response.setHeader('connection', 'close');
      response.end('ok');
    });
    const result = await runBriefly(url, repeating(users(2)));
    expect(result.errors).toEqual({});
    expect(result.requests).toBeGreaterThan(5);
  });

  it('by cutting answers anywhere is read all the same', async () => {
    const answer = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\no';
    const url = await rawServer((socket) => {
      socket.write(answer.slice(0, 30));
      setTimeout(() => socket.write(answer.slice(30)), 2);
      setTimeout(() => socket.write('k\r\n0\r\n\r\n'), 4);
    });
    const check = ({ body }: HttpAnswer) => {
      if (body.toString() !== 'ok') throw new Error(`got ${body}`);
    };
    const result = await runBriefly(url, repeating(users(2), { check }), { checkShare: 1 });
    expect(result.errors).toEqual({});
    expect(result.wrongAnswers).toBe(0);
    expect(result.checked).toBeGreaterThan(2);
  });

  it('by not listening is asked ever more rarely', async () => {
    const url = await httpServer(() => {});
    const dead = `http://127.0.0.1:${Number(new URL(url).port) === 1 ? 2 : 1}`;
    const result = await runBriefly(dead, repeating(users(1)), { measureMs: 700 });
    expect(result.requests).toBe(0);
    // Pauses of 10, 20, 40, 80, 160 and 320 ms have passed after six failures.
    expect(result.errors.connection).toBeGreaterThanOrEqual(2);
    expect(result.errors.connection).toBeLessThanOrEqual(7);
    expect(result.latency.totalCount).toBe(0);
    expect(result.windows.every(({ p50 }) => p50 === null)).toBe(true);
  });
});
