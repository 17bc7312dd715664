import { describe, expect, it } from 'vitest';
import { FrameError } from './errors.ts';
import { maximumLength } from './frame.ts';
import { defaultLimits, MessageReader, type ReaderLimits } from './reader.ts';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const start = (id: number) => hex(`01 ${eight(id)} 00000000`);
const end = (id: number) => hex(`03 ${eight(id)} 00000000`);
const abort = (id: number) => hex(`04 ${eight(id)} 00000000`);
const data = (id: number, payload: string | Buffer) => {
  const bytes = Buffer.from(payload);
  return Buffer.concat([hex(`02 ${eight(id)} ${eight(bytes.length)}`), bytes]);
};
const eight = (value: number) => value.toString(16).padStart(8, '0');

function reading(limits: ReaderLimits = defaultLimits) {
  const events: string[] = [];
  const reader = new MessageReader(
    {
      message: (pieces, id) => events.push(`${id}:${Buffer.concat(pieces).toString()}`),
      aborted: (id) => events.push(`${id} aborted`),
    },
    limits,
  );
  return { reader, events };
}

function errorOf(action: () => void): FrameError {
  try {
    action();
  } catch (error) {
    if (error instanceof FrameError) return error;
    throw error;
  }
  throw new Error('expected a FrameError, but nothing was thrown');
}

describe('a reader', () => {
  it('puts one message together from bytes written by hand', () => {
    const { reader, events } = reading();
    reader.push(hex('01 00000007 00000000  02 00000007 00000005 68656c6c6f  03 00000007 00000000'));
    reader.finish();
    expect(events).toEqual(['7:hello']);
  });

  it('delivers an empty message without data frames', () => {
    const { reader, events } = reading();
    reader.push(Buffer.concat([start(1), end(1), start(2), data(2, ''), end(2)]));
    expect(events).toEqual(['1:', '2:']);
  });

  it('tells interleaved messages apart and delivers in the order of their ends', () => {
    const { reader, events } = reading();
    const frames = [start(1), start(2), data(1, 'on'), data(2, 'tw'), data(1, 'e'), data(2, 'o')];
    reader.push(Buffer.concat([...frames, end(2), end(1)]));
    expect(events).toEqual(['2:two', '1:one']);
  });

  it('takes the stream byte by byte', () => {
    const { reader, events } = reading();
    for (const byte of Buffer.concat([start(1), data(1, 'abc'), end(1)])) {
      reader.push(Uint8Array.of(byte));
    }
    reader.finish();
    expect(events).toEqual(['1:abc']);
  });

  it('keeps none of what was pushed unless it is owned', () => {
    const { reader, events } = reading();
    const first = Buffer.concat([start(1), data(1, 'abcd')]);
    reader.push(first);
    first.fill(0);
    reader.push(end(1));
    expect(events).toEqual(['1:abcd']);
  });

  it('keeps a large piece of owned bytes by reference and copies a small one', () => {
    const pieces: Uint8Array[] = [];
    const reader = new MessageReader({ message: (parts) => pieces.push(...parts) });
    const owned = Buffer.allocUnsafeSlow(4096);
    Buffer.concat([start(1), data(1, Buffer.alloc(4000)), end(1)]).copy(owned);
    start(2).copy(owned, 4027);
    reader.push(owned.subarray(0, 4036), true);
    expect(pieces[0]!.buffer).toBe(owned.buffer);
    data(2, 'few').copy(owned, 4036);
    reader.push(owned.subarray(4036, 4048), true);
    reader.push(end(2), true);
    expect(Buffer.from(pieces[1]!).toString()).toBe('few');
    expect(pieces[1]!.buffer).not.toBe(owned.buffer);
  });

  it('lets go of a message that is aborted, and the id may be used again', () => {
    const { reader, events } = reading();
    reader.push(Buffer.concat([start(1), data(1, 'half'), abort(1)]));
    expect([reader.openFrames, reader.bufferedBytes]).toEqual([0, 0]);
    reader.push(Buffer.concat([start(1), data(1, 'whole'), end(1)]));
    expect(events).toEqual(['1 aborted', '1:whole']);
  });
});

describe('a breach of the protocol', () => {
  const cases: [string, Buffer, FrameError['code']][] = [
    ['type 0', hex('00 00000001 00000000'), 'unknown-type'],
    ['type 5', hex('05 00000001 00000000'), 'unknown-type'],
    ['a frame of 10 MiB and a byte', hex('02 00000001 00a00001'), 'length-over-limit'],
    ['a frame of 4 GiB', hex('02 00000001 ffffffff'), 'length-over-limit'],
    ['a start with a payload', hex('01 00000001 00000004'), 'control-with-payload'],
    [
      'an end with a payload',
      Buffer.concat([start(1), hex('03 00000001 00000001')]),
      'control-with-payload',
    ],
    ['data for a frame never begun', data(9, 'x'), 'unknown-frame'],
    ['the end of a frame never begun', end(9), 'unknown-frame'],
    ['an abort of a frame never begun', abort(9), 'unknown-frame'],
    ['data behind the end', Buffer.concat([start(1), end(1), data(1, 'x')]), 'unknown-frame'],
    ['a second start', Buffer.concat([start(1), data(1, 'x'), start(1)]), 'duplicate-start'],
    [
      'a second start of a whole message',
      Buffer.concat([start(1), start(1), data(1, 'x'), end(1)]),
      'duplicate-start',
    ],
  ];
  it.each(cases)('%s', (_, bytes, code) => {
    const whole = reading();
    expect(errorOf(() => whole.reader.push(bytes)).code).toBe(code);
    const bitwise = reading();
    const error = errorOf(() => {
      for (const byte of bytes) bitwise.reader.push(Uint8Array.of(byte));
    });
    expect(error.code).toBe(code);
  });

  const truncated: [string, Buffer][] = [
    ['within a header', hex('01 0000')],
    ['before the payload', hex('01 00000001 00000000 02 00000001 00000002')],
    ['within a payload', Buffer.concat([start(1), data(1, 'abc').subarray(0, 11)])],
    ['before the end frame', Buffer.concat([start(1), data(1, 'abc')])],
  ];
  it.each(truncated)('the stream ends %s', (_, bytes) => {
    const { reader } = reading();
    reader.push(bytes);
    expect(errorOf(() => reader.finish()).code).toBe('truncated-stream');
  });

  it('names the messages lost with the stream and stops the reader for good', () => {
    const { reader, events } = reading();
    const error = errorOf(() =>
      reader.push(Buffer.concat([start(3), start(4), data(4, 'x'), hex('09 00000000 00000000')])),
    );
    expect(error.lost).toEqual([3, 4]);
    expect([reader.openFrames, reader.bufferedBytes]).toEqual([0, 0]);
    expect(errorOf(() => reader.push(start(5)))).toBe(error);
    expect(errorOf(() => reader.finish())).toBe(error);
    expect(events).toEqual([]);
  });
});

describe('limits', () => {
  it('bound the messages open at once', () => {
    const { reader } = reading({ openFrames: 2, bufferedBytes: 1000 });
    reader.push(Buffer.concat([start(1), start(2)]));
    expect(errorOf(() => reader.push(start(3))).code).toBe('too-many-open-frames');
  });

  it('bound the messages open at once for one that lies whole in the bytes too', () => {
    const { reader } = reading({ openFrames: 1, bufferedBytes: 1000 });
    reader.push(start(1));
    const error = errorOf(() => reader.push(Buffer.concat([start(2), data(2, 'x'), end(2)])));
    expect(error.code).toBe('too-many-open-frames');
  });

  it('bound the bytes held over all open messages', () => {
    const { reader } = reading({ openFrames: 10, bufferedBytes: 1000 });
    reader.push(Buffer.concat([start(1), data(1, Buffer.alloc(600)), start(2)]));
    const error = errorOf(() => reader.push(data(2, Buffer.alloc(600))));
    expect(error.code).toBe('buffered-over-limit');
    expect(error.lost).toEqual([1, 2]);
  });

  it('take a message of 10 MiB and refuse one byte more', () => {
    const half = Buffer.alloc(maximumLength / 2);
    const { reader, events } = reading();
    reader.push(Buffer.concat([start(1), data(1, half), data(1, half), end(1)]));
    expect(events[0]!.length).toBe(maximumLength + 2);
    reader.push(Buffer.concat([start(2), data(2, half), data(2, half)]));
    expect(errorOf(() => reader.push(data(2, 'x'))).code).toBe('message-over-limit');
  });

  it('hold no memory for bytes that were only announced', () => {
    const { reader } = reading();
    for (let id = 1; id <= 100; id++) {
      reader.push(start(id));
    }
    reader.push(hex('02 00000001 00a00000'));
    expect(reader.bufferedBytes).toBe(0);
    reader.push(Buffer.alloc(10));
    expect(reader.bufferedBytes).toBeLessThanOrEqual(256);
  });

  it('hold at most twice what arrived, however it is cut', () => {
    const { reader } = reading();
    reader.push(Buffer.concat([start(1), hex('02 00000001 00100000')]));
    for (let arrived = 1; arrived <= 20_000; arrived += 1) {
      reader.push(Uint8Array.of(1));
      if (reader.bufferedBytes > 2 * arrived) {
        expect.fail(`${reader.bufferedBytes} bytes held for ${arrived} that arrived`);
      }
    }
    expect(reader.bufferedBytes).toBeGreaterThanOrEqual(20_000);
  });
});
