import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { StreamSink } from './stream-sink.ts';

/** A stream whose writes finish when the test says so. */
function slowStream(highWaterMark = 16_384) {
  const written: string[] = [];
  let finish: (() => void) | undefined;
  const stream = new Writable({
    highWaterMark,
    write(bytes: Buffer, _, done) {
      written.push(bytes.toString());
      finish = done;
    },
  });
  return { stream, written, finishOne: () => finish?.() };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('releases', () => {
  it('wait for their write, in order', async () => {
    const { stream, finishOne } = slowStream();
    const sink = new StreamSink(stream);
    const released: string[] = [];
    sink.write(Buffer.from('a'), () => released.push('a'));
    sink.write(Buffer.from('b'), () => released.push('b'));
    await turn();
    expect(released).toEqual([]);
    finishOne();
    await turn();
    expect(released).toEqual(['a']);
    finishOne();
    await turn();
    sink.write(Buffer.from('c'), () => released.push('c'));
    expect(released).toEqual(['a']);
    finishOne();
    await turn();
    expect(released).toEqual(['a', 'b', 'c']);
  });

  it('come at once from a stream that is done at once', () => {
    const stream = new Writable({ write: (_bytes, _encoding, done) => done() });
    const sink = new StreamSink(stream);
    const released: number[] = [];
    sink.write(Buffer.from('a'), () => released.push(1));
    sink.write(Buffer.from('b'), () => released.push(2));
    expect(released).toEqual([1, 2]);
  });

  it('wait for the end of a cork', () => {
    const stream = new Writable({ write: (_bytes, _encoding, done) => done() });
    const sink = new StreamSink(stream);
    const released: number[] = [];
    sink.cork();
    sink.write(Buffer.from('a'), () => released.push(1));
    expect(released).toEqual([]);
    sink.uncork();
    expect(released).toEqual([1]);
  });
});

describe('back-pressure', () => {
  it('is passed on, and ends when the stream has drained', async () => {
    const { stream, finishOne } = slowStream(2);
    const sink = new StreamSink(stream);
    expect(sink.write(Buffer.from('abc'))).toBe(false);
    let drained = false;
    const waiting = sink.drained().then(() => {
      drained = true;
    });
    await turn();
    expect(drained).toBe(false);
    finishOne();
    await waiting;
    expect(drained).toBe(true);
  });

  it('ends at once where there is none', async () => {
    const sink = new StreamSink(slowStream().stream);
    await expect(sink.drained()).resolves.toBeUndefined();
  });

  it('ends with the cause when the stream breaks', async () => {
    const { stream } = slowStream(1);
    stream.on('error', () => {});
    const sink = new StreamSink(stream);
    sink.write(Buffer.from('abc'));
    const waiting = sink.drained();
    stream.destroy(new Error('connection lost'));
    await expect(waiting).rejects.toThrow('connection lost');
    await expect(sink.drained()).rejects.toThrow('connection lost');
  });
});
