import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits, ProtocolError, RequestParser } from './request-parser.ts';

const word = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes));
const command = fc.array(word, { minLength: 1, maxLength: 6 });

const encode = (words: readonly Buffer[]) =>
  Buffer.concat([
    Buffer.from(`*${words.length}\r\n`),
    ...words.flatMap((each) => [Buffer.from(`$${each.length}\r\n`), each, Buffer.from('\r\n')]),
  ]);

/** The bytes in pieces, cut at these places. */
function pieces(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length];
  places.sort((a, b) => a - b);
  return places.slice(1).map((end, index) => bytes.subarray(places[index], end));
}

const parseAll = (chunks: readonly Buffer[]) => {
  const parser = new RequestParser();
  return chunks.flatMap((chunk) => parser.push(chunk));
};

const parseText = (...texts: string[]) =>
  parseAll(texts.map((text) => Buffer.from(text))).map((words) => words.map(String));

describe('a stream of commands', () => {
  test('is read the same wherever it is cut, whatever the words hold', () => {
    fc.assert(
      fc.property(
        fc.array(command, { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(), { maxLength: 12 }),
        (commands, cuts) => {
          const bytes = Buffer.concat(commands.map(encode));
          expect(parseAll(pieces(bytes, cuts))).toEqual(commands);
        },
      ),
    );
  });

  test('is read byte by byte, and not before a command is whole', () => {
    const bytes = encode([Buffer.from('SET'), Buffer.from('a'), Buffer.from('b')]);
    const parser = new RequestParser();
    for (const byte of bytes.subarray(0, -1)) expect(parser.push(Buffer.from([byte]))).toEqual([]);
    expect(parser.push(bytes.subarray(-1))).toHaveLength(1);
  });

  test('ends in a protocol error or in commands, whatever is sent', () => {
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
      fc
        .constantFrom('*', '$', '\r\n', '*1\r\n', '$3\r\n', '*-1\r\n', '$-1\r\n', '9', 'PING')
        .map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 12 }), (chunks) => {
        try {
          for (const words of parseAll(chunks)) expect(words.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolError);
        }
      }),
    );
  });

  test('may hold inline commands and empty ones between others', () => {
    expect(parseText('PING\r\n\r\n*0\r\n*-1\r\nget  a\n', '*1\r\n$4\r\nPING\r\n')).toEqual([
      ['PING'],
      ['get', 'a'],
      ['PING'],
    ]);
  });
});

describe('a request is refused', () => {
  test.each([
    ['*x\r\n', 'invalid multibulk length'],
    [`*${limits.words + 1}\r\n`, 'invalid multibulk length'],
    ['*1\r\n+OK\r\n', "expected '$', got '+'"],
    ['*1\r\n$-1\r\n', 'invalid bulk length'],
    [`*1\r\n$${limits.wordBytes + 1}\r\n`, 'invalid bulk length'],
    ['*1\r\n$1\r\nabc\r\n', 'expected CRLF after a bulk string'],
    ['x'.repeat(limits.lineBytes + 1), 'too big inline request'],
    [`*1\r\n$${'1'.repeat(limits.lineBytes)}`, 'too big inline request'],
  ])('where %.20j is sent', (text, message) => {
    expect(() => parseText(text)).toThrow(new ProtocolError(message));
  });

  test('whose words are more together than memory allows', () => {
    const parser = new RequestParser();
    const large = Buffer.alloc(limits.wordBytes);
    parser.push(Buffer.from('*9\r\n'));
    const send = () => {
      parser.push(Buffer.from(`$${large.length}\r\n`));
      parser.push(large);
      parser.push(Buffer.from('\r\n'));
    };
    for (let word = 0; word < limits.commandBytes / limits.wordBytes; word += 1) send();
    expect(send).toThrow('too big request');
  });
});
