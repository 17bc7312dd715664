import { existsSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MessageReader } from '../protocol/reader.ts';
import type { Sink } from '../sinks/sink.ts';
import type { MultiplexerSubject } from '../subject.ts';

/** Every subject that writes frames itself; packages with a manifest of their own may not be installed. */
const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .filter((name) => !existsSync(`${import.meta.dirname}/${name}/package.json`));
const subjects = await Promise.all(
  folders.map(async (name) => {
    const module: { default: MultiplexerSubject } = await import(`./${name}/index.ts`);
    return { name, createWriter: module.default.createWriter };
  }),
);
const writers = subjects.flatMap(({ name, createWriter }) =>
  createWriter === undefined ? [] : [{ name, createWriter }],
);

/**
 * Reads what it was given only when it releases it, as late as it may: a writer that reuses a buffer
 * before its release is found out. `patience` writes are held back at most.
 */
class LateSink implements Sink {
  readonly #held: { bytes: Uint8Array; released: (() => void) | undefined }[] = [];
  readonly #patience: number;
  readonly #take: (bytes: Uint8Array) => void;

  constructor(patience: number, take: (bytes: Uint8Array) => void) {
    this.#patience = patience;
    this.#take = take;
  }

  write(bytes: Uint8Array, released?: () => void): boolean {
    this.#held.push({ bytes, released });
    while (this.#held.length > this.#patience) this.#release();
    return true;
  }

  cork(): void {}

  uncork(): void {}

  releaseAll(): void {
    while (this.#held.length > 0) this.#release();
  }

  #release(): void {
    const { bytes, released } = this.#held.shift()!;
    this.#take(bytes);
    released?.();
  }
}

function decoding(patience: number) {
  const received = new Map<number, string>();
  const reader = new MessageReader({
    message: (pieces, id) => received.set(id, Buffer.concat(pieces).toString('base64')),
    aborted: (id) => received.set(id, 'aborted'),
  });
  const sink = new LateSink(patience, (bytes) => reader.push(bytes));
  return { received, reader, sink };
}

/** A message whose bytes depend on its seed and length, so that mixed-up buffers show. */
function message(length: number, seed: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  for (let offset = 0; offset < length; offset++) bytes[offset] = (offset * 31 + seed) & 0xff;
  return bytes;
}

/** Lengths at and around every boundary of a subject: chunks, thresholds and buffers. */
const boundaries = [
  0, 1, 1023, 1024, 1025, 4096, 8192, 8193, 16_384, 16_385, 65_535, 65_536, 65_537,
];
const length = fc.oneof(
  fc.constantFrom(...boundaries),
  fc.integer({ min: 0, max: 3000 }),
  fc.integer({ min: 0, max: 200_000 }),
);

it('finds the subjects that write frames', () => {
  expect(writers.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'adaptive',
      'coalesced',
      'gathered',
      'hybrid',
      'optimized',
      'original',
    ]),
  );
});

describe.each(writers)('$name', ({ createWriter }) => {
  it('writes whole messages that the reader decodes to the same bytes', () => {
    fc.assert(
      fc.property(fc.array(length, { maxLength: 12 }), fc.nat(40), (lengths, patience) => {
        const { received, reader, sink } = decoding(patience);
        const writer = createWriter(sink);
        const messages = lengths.map((bytes, seed) => message(bytes, seed));
        for (const one of messages) writer.write(one);
        writer.flush();
        sink.releaseAll();
        reader.finish();
        expect([...received.values()]).toEqual(messages.map((one) => one.toString('base64')));
      }),
      { numRuns: 60 },
    );
  });

  it('writes messages in pieces, side by side, and withdraws those that are aborted', () => {
    const outgoing = fc.record({ pieces: fc.array(length, { maxLength: 4 }), abort: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(outgoing, { minLength: 1, maxLength: 5 }),
        fc.nat(20),
        (plans, patience) => {
          const { received, reader, sink } = decoding(patience);
          const writer = createWriter(sink);
          const open = plans.map((plan, index) => ({
            id: writer.begin(),
            abort: plan.abort,
            pieces: plan.pieces.map((bytes, piece) => message(bytes, 16 * index + piece)),
          }));
          const longest = Math.max(...plans.map((plan) => plan.pieces.length));
          for (let turn = 0; turn < longest; turn++) {
            for (const { id, pieces } of open)
              if (turn < pieces.length) writer.data(id, pieces[turn]!);
            writer.write(message(10, turn));
          }
          for (const { id, abort } of open) {
            if (abort) writer.abort(id);
            else writer.end(id);
          }
          writer.flush();
          sink.releaseAll();
          reader.finish();
          for (const { id, pieces, abort } of open) {
            const whole = abort ? 'aborted' : Buffer.concat(pieces).toString('base64');
            expect(received.get(id)).toBe(whole);
          }
          expect(received.size).toBe(open.length + longest);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('writes a message of ten million bytes', () => {
    const { received, reader, sink } = decoding(0);
    const writer = createWriter(sink);
    const long = message(10_000_000, 5);
    writer.write(long);
    writer.flush();
    sink.releaseAll();
    reader.finish();
    expect([...received.values()][0] === long.toString('base64')).toBe(true);
  });
});
