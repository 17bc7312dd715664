import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReceivedAnswer } from './received-answer.ts';
import { bodyLimit, headLimit, ResponseParser } from './response-parser.ts';

/** Feeds the pieces through one buffer that is overwritten each time, as a connection does. */
function feed(parser: ResponseParser, pieces: readonly Buffer[]): string {
  const buffer = Buffer.alloc(Math.max(...pieces.map((piece) => piece.length), 1));
  parser.begin();
  let progress = 'more';
  for (const piece of pieces) {
    buffer.fill(0x58);
    piece.copy(buffer);
    progress = parser.feed(buffer, piece.length);
    if (progress !== 'more') return progress;
  }
  return progress;
}

const read = (...pieces: string[]) => {
  const parser = new ResponseParser();
  const progress = feed(
    parser,
    pieces.map((piece) => Buffer.from(piece, 'latin1')),
  );
  const { status, headers, body } = new ReceivedAnswer(parser);
  return { progress, parser, status, headers, body: body.toString(), problem: parser.problem };
};

describe('an answer', () => {
  it('with a content-length ends when its bytes are there', () => {
    const answer = read('HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-Id: 7\r\n\r\nhello');
    expect(answer).toMatchObject({ progress: 'answer', status: 200, body: 'hello' });
    expect(answer.headers).toEqual({ 'content-length': '5', 'x-id': '7' });
    expect(answer.parser.head.keepAlive).toBe(true);
    expect(read('HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nhello').progress).toBe('more');
  });

  it('in chunks is put together, without extensions and trailers', () => {
    const text =
      'HTTP/1.1 200 OK\r\ntransfer-encoding: Chunked\r\n\r\n5\r\nhello\r\n6;a=b\r\n world\r\n0\r\nx: y\r\n\r\n';
    expect(read(text)).toMatchObject({ progress: 'answer', body: 'hello world' });
    expect(read(text.slice(0, -1)).progress).toBe('more');
  });

  it('of status 204 or 304 has no body, whatever its headers say', () => {
    expect(read('HTTP/1.1 204 No Content\r\n\r\n')).toMatchObject({ progress: 'answer', body: '' });
    expect(read('HTTP/1.1 304 Not Modified\r\ncontent-length: 9\r\n\r\n').progress).toBe('answer');
  });

  it('follows interim ones', () => {
    const answer = read(
      'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n',
      'HTTP/1.1 201 Created\r\ncontent-length: 2\r\n\r\nok',
    );
    expect(answer).toMatchObject({ progress: 'answer', status: 201, body: 'ok' });
    expect(answer.headers).toEqual({ 'content-length': '2' });
  });

  it('without a length ends with the connection', () => {
    const answer = read('HTTP/1.1 200 OK\r\n\r\nhel', 'lo');
    expect(answer).toMatchObject({ progress: 'more', body: 'hello' });
    expect(answer.parser.finish()).toBe(true);
    expect(answer.parser.head.keepAlive).toBe(false);
    expect(read('HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhel').parser.finish()).toBe(false);
  });

  it('says whether the connection stays open', () => {
    const keepAlive = (head: string) => read(`${head}\r\ncontent-length: 0\r\n\r\n`).parser.head;
    expect(keepAlive('HTTP/1.1 200 OK\r\nConnection: Close').keepAlive).toBe(false);
    expect(keepAlive('HTTP/1.0 200 OK').keepAlive).toBe(false);
    expect(keepAlive('HTTP/1.0 200 OK\r\nconnection: keep-alive').keepAlive).toBe(true);
  });

  it('joins headers of one name, and keeps bytes of a body as they are', () => {
    const answer = read('HTTP/1.1 200 OK\r\nA: 1\r\na: 2\r\ncontent-length: 2\r\n\r\n\xc3\xa9');
    expect(answer.headers.a).toBe('1, 2');
    expect(answer.body).toBe('é');
  });

  it.each([
    ['garbage', 'what is this, then?\r\n\r\n', 'in place of a status line'],
    ['another protocol', 'HTTP/2 200\r\nx-padding: 1\r\n\r\n', 'in place of a status line'],
    ['a length that is no number', 'HTTP/1.1 200 OK\r\ncontent-length: ten\r\n\r\n', 'ten'],
    ['a negative length', 'HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n', '-1'],
    [
      'two lengths',
      'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n',
      'the content-lengths 1 and 2',
    ],
    ['an encoding nobody asked for', 'HTTP/1.1 200 OK\r\ntransfer-encoding: gzip\r\n\r\n', 'gzip'],
    ['a body longer than it says', 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nabc', '1 bytes'],
    ['a body after 204', 'HTTP/1.1 204 No Content\r\n\r\nabc', '3 bytes after the end'],
    ['another protocol on top', 'HTTP/1.1 101 Switching\r\nupgrade: h2c\r\n\r\n', 'a switch'],
    [
      'a chunk without size',
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n\r\n',
      'a chunk',
    ],
    [
      'a chunk size that is no number',
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nxyz\r\n',
      'a chunk without a hexadecimal size',
    ],
    [
      'a chunk longer than its size',
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nabc\r\n',
      'a chunk longer than its size',
    ],
    [
      'a chunk larger than any body',
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nffffffff\r\n',
      'a body above',
    ],
    ['a body too large', `HTTP/1.1 200 OK\r\ncontent-length: ${bodyLimit + 1}\r\n\r\n`, 'a body'],
  ])('is malformed with %s', (_, text, problem) => {
    expect(read(text)).toMatchObject({ progress: 'malformed' });
    expect(read(text).problem).toContain(problem);
  });

  it('is malformed with a head above the limit, in one piece or many', () => {
    const piece = `x-padding: ${'a'.repeat(8000)}\r\n`;
    const pieces = Array.from({ length: 10 }, () => piece);
    expect(read('HTTP/1.1 200 OK\r\n', ...pieces).problem).toContain(`above ${headLimit} bytes`);
    expect(read(`HTTP/1.1 200 OK\r\n${pieces.join('')}\r\n`).progress).toBe('malformed');
    expect(read('HTTP/1.1 200 OK\r\n', ...pieces.slice(0, 5)).progress).toBe('more');
  });
});

it('tells answers apart whose heads are the same, and those whose heads differ in one byte', () => {
  const parser = new ResponseParser();
  const answers = ['200 OK|2|ab', '200 OK|2|cd', '404 No|2|ef', '200 OK|3|ghi', '200 OK|3|jkl'];
  const seen = answers.map((answer) => {
    const [status, length, body] = answer.split('|');
    const text = `HTTP/1.1 ${status}\r\ncontent-length: ${length}\r\n\r\n${body}`;
    const progress = feed(parser, [Buffer.from(text)]);
    const received = new ReceivedAnswer(parser);
    return `${progress} ${received.status} ${received.headers['content-length']} ${received.body}`;
  });
  expect(seen).toEqual([
    'answer 200 2 ab',
    'answer 200 2 cd',
    'answer 404 2 ef',
    'answer 200 3 ghi',
    'answer 200 3 jkl',
  ]);
});

it('takes the same answers from a connection wherever they are cut', () => {
  const parser = new ResponseParser();
  const header = fc.record({
    name: fc.constantFrom('x-a', 'Content-Type', 'cache-control', 'Date', 'trailer'),
    value: fc.string({ unit: fc.constantFrom('a', ':', ' ', '7', '-'), maxLength: 20 }),
  });
  const answer = fc.record({
    status: fc.constantFrom(200, 201, 404, 500),
    interim: fc.boolean(),
    headers: fc.array(header, { maxLength: 4 }),
    body: fc.uint8Array({ maxLength: 300 }),
    chunks: fc.option(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 8 })),
  });
  const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });
  fc.assert(
    fc.property(fc.array(fc.tuple(answer, cuts), { minLength: 1, maxLength: 4 }), (sequence) => {
      for (const [given, at] of sequence) {
        const bytes = encode(given);
        const borders = at.map((share) => Math.floor(share * bytes.length)).sort((a, b) => a - b);
        const pieces = [0, ...borders].map((from, index) =>
          bytes.subarray(from, borders[index] ?? bytes.length),
        );
        expect(
          feed(
            parser,
            pieces.filter((piece) => piece.length > 0),
          ),
        ).toBe('answer');
        const { status, headers, body } = new ReceivedAnswer(parser);
        expect(status).toBe(given.status);
        expect(body.equals(given.body)).toBe(true);
        for (const { name } of given.headers) expect(headers).toHaveProperty(name.toLowerCase());
      }
    }),
    { numRuns: 500 },
  );
});

interface Given {
  status: number;
  interim: boolean;
  headers: { name: string; value: string }[];
  body: Uint8Array;
  chunks: number[] | null;
}

function encode({ status, interim, headers, body, chunks }: Given): Buffer {
  const lines = headers.map(({ name, value }) => `${name}: ${value}\r\n`).join('');
  const framing = chunks ? 'Transfer-Encoding: chunked' : `content-length: ${body.length}`;
  const before = interim ? 'HTTP/1.1 103 Early Hints\r\nlink: <a>\r\n\r\n' : '';
  const head = `${before}HTTP/1.1 ${status} Said\r\n${lines}${framing}\r\n\r\n`;
  if (!chunks) return Buffer.concat([Buffer.from(head, 'latin1'), body]);
  const parts: Uint8Array[] = [Buffer.from(head, 'latin1')];
  for (let from = 0, turn = 0; from < body.length; turn += 1) {
    const part = body.subarray(from, from + (chunks[turn % chunks.length] ?? 1));
    parts.push(Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n'));
    from += part.length;
  }
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')]);
}
