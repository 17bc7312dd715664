import { describe, expect, it } from 'vitest';
import type { Sink } from '../sinks/sink.ts';
import type { MultiplexerSubject } from '../subject.ts';
import coalesced from './coalesced/index.ts';
import gathered from './gathered/index.ts';
import hybrid from './hybrid/index.ts';
import optimized from './optimized/index.ts';
import original from './original/index.ts';

/** Lengths of the writes that a sink sees, and the buffers behind them. */
class RecordingSink implements Sink {
  readonly writes: Uint8Array[] = [];
  readonly corks: number[] = [];

  write(bytes: Uint8Array, released?: () => void): boolean {
    this.writes.push(bytes);
    released?.();
    return true;
  }

  cork(): void {
    this.corks.push(this.writes.length);
  }

  uncork(): void {
    this.corks.push(this.writes.length);
  }
}

function written(subject: MultiplexerSubject, ...lengths: number[]) {
  const sink = new RecordingSink();
  const writer = subject.createWriter!(sink);
  const messages = lengths.map((length) => Buffer.alloc(length));
  for (const message of messages) writer.write(message);
  writer.flush();
  return { sink, messages, lengths: sink.writes.map((bytes) => bytes.length) };
}

describe('what reaches the sink', () => {
  it('original: one write a frame, chunks of 1 KB, a fresh buffer each', () => {
    const { sink, lengths } = written(original, 2500);
    expect(lengths).toEqual([9, 9 + 1024, 9 + 1024, 9 + 452, 9]);
    expect(new Set(sink.writes).size).toBe(5);
  });

  it('optimized: one write a frame, one data frame up to 64 KB, buffers used again', () => {
    const { sink, lengths } = written(optimized, 65_536, 65_537);
    expect(lengths).toEqual([9, 9 + 65_536, 9, 9, 9 + 65_536, 10, 9]);
    expect(sink.writes[4]!.buffer).toBe(sink.writes[1]!.buffer);
  });

  it('hybrid: as original up to 8 KB, as optimized above', () => {
    expect(written(hybrid, 8192).lengths).toEqual([9, ...Array(8).fill(9 + 1024), 9]);
    expect(written(hybrid, 8193).lengths).toEqual([9, 9 + 8193, 9]);
  });

  it('hybrid: takes another threshold', () => {
    const sink = new RecordingSink();
    hybrid.createWriter!(sink, { threshold: 2048 }).write(Buffer.alloc(2049));
    expect(sink.writes.map((bytes) => bytes.length)).toEqual([9, 9 + 2049, 9]);
  });

  it.each(['check', 'indirection', 'both'] as const)(
    'hybrid with %s writes what original writes',
    (layers) => {
      const sink = new RecordingSink();
      hybrid.createWriter!(sink, { layers }).write(Buffer.alloc(1500));
      expect(Buffer.concat(sink.writes)).toEqual(
        Buffer.concat(written(original, 1500).sink.writes),
      );
    },
  );

  it('gathered: the payload itself, corked, with headers that touch in one buffer', () => {
    const { sink, messages, lengths } = written(gathered, 70_000);
    expect(lengths).toEqual([18, 65_536, 9, 4464, 9]);
    expect(sink.writes[1]!.buffer).toBe(messages[0]!.buffer);
    expect(sink.corks).toEqual([0, 5]);
  });

  it('coalesced: many small messages in one write of at most 64 KB', () => {
    const each = 64 + 27;
    const { lengths } = written(coalesced, ...Array(1000).fill(64));
    expect(lengths).toEqual([720 * each, 280 * each]);
  });

  it('coalesced: a long message goes by reference behind what was gathered', () => {
    const { sink, messages, lengths } = written(coalesced, 10, 20_000);
    expect(lengths).toEqual([37, 18, 20_000, 9]);
    expect(sink.writes[2]!.buffer).toBe(messages[1]!.buffer);
  });

  it('coalesced: what is gathered is written when the turn of the event loop ends', async () => {
    const sink = new RecordingSink();
    coalesced.createWriter!(sink).write(Buffer.alloc(10));
    expect(sink.writes).toEqual([]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(sink.writes.map((bytes) => bytes.length)).toEqual([37]);
  });
});
