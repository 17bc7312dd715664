import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FrameError } from './errors.ts';
import { type FrameType, frameTypes, writeHeader } from './frame.ts';
import { MessageReader } from './reader.ts';

interface Plan {
  chunks: Uint8Array[];
  aborted: boolean;
}

const plan = fc.record({
  chunks: fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 5 }),
  aborted: fc.boolean(),
});

function frame(type: FrameType, id: number, payload: Uint8Array = new Uint8Array()): Buffer {
  const header = Buffer.alloc(9);
  writeHeader(header, 0, type, id, payload.length);
  return Buffer.concat([header, payload]);
}

function framesOf({ chunks, aborted }: Plan, id: number): Buffer[] {
  return [
    frame(frameTypes.start, id),
    ...chunks.map((chunk) => frame(frameTypes.data, id, chunk)),
    frame(aborted ? frameTypes.abort : frameTypes.end, id),
  ];
}

/** Takes the frames of several messages in an order that `picks` decides, each message in its own. */
function interleaved(messages: Buffer[][], picks: number[]): Buffer[] {
  const queues = messages.map((frames) => [...frames]);
  const order: Buffer[] = [];
  for (let step = 0; queues.some((queue) => queue.length > 0); step++) {
    const open = queues.filter((queue) => queue.length > 0);
    order.push(open[picks[step % picks.length]! % open.length]!.shift()!);
  }
  return order;
}

function cutAt(bytes: Buffer, cuts: number[]): Buffer[] {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  return [...places, bytes.length].map((place, index) =>
    bytes.subarray(index === 0 ? 0 : places[index - 1]!, place),
  );
}

const naturals = fc.array(fc.nat(), { minLength: 1, maxLength: 60 });

it('delivers every message whole or as aborted, for any interleaving and any cuts', () => {
  fc.assert(
    fc.property(
      fc.array(plan, { minLength: 1, maxLength: 8 }),
      naturals,
      naturals,
      fc.boolean(),
      (plans, picks, cuts, owned) => {
        const stream = Buffer.concat(
          interleaved(
            plans.map((one, index) => framesOf(one, index + 1)),
            picks,
          ),
        );
        const outcomes = new Map<number, string>();
        const reader = new MessageReader({
          message: (pieces, id) => outcomes.set(id, Buffer.concat(pieces).toString('hex')),
          aborted: (id) => outcomes.set(id, 'aborted'),
        });
        for (const piece of cutAt(stream, cuts)) {
          // Owned bytes stay as they are; others are spoilt as soon as they were pushed.
          const pushed = Buffer.from(piece);
          reader.push(pushed, owned);
          if (!owned) pushed.fill(0xee);
        }
        reader.finish();
        const expected = plans.map(({ chunks, aborted }, index): [number, string] => [
          index + 1,
          aborted ? 'aborted' : Buffer.concat(chunks).toString('hex'),
        ]);
        expect(new Map([...outcomes].sort(([a], [b]) => a - b))).toEqual(new Map(expected));
        expect([reader.openFrames, reader.bufferedBytes]).toEqual([0, 0]);
      },
    ),
  );
});

it('names every message as whole, aborted or lost when the stream breaks off anywhere', () => {
  fc.assert(
    fc.property(
      fc.array(plan, { minLength: 1, maxLength: 6 }),
      naturals,
      fc.nat(),
      (plans, picks, place) => {
        const frames = interleaved(
          plans.map((one, index) => framesOf(one, index + 1)),
          picks,
        );
        const stream = Buffer.concat(frames);
        const kept = stream.subarray(0, place % stream.length);
        const delivered = new Set<number>();
        const reader = new MessageReader({
          message: (_, id) => delivered.add(id),
          aborted: (id) => delivered.add(id),
        });
        reader.push(kept);
        const begun = new Set<number>();
        let offset = 0;
        for (const one of frames) {
          if (offset + 9 <= kept.length && one[0] === frameTypes.start)
            begun.add(one.readUInt32BE(1));
          offset += one.length;
        }
        let lost: readonly number[] = [];
        try {
          reader.finish();
        } catch (error) {
          if (!(error instanceof FrameError)) throw error;
          expect(error.code).toBe('truncated-stream');
          lost = error.lost;
        }
        expect(new Set([...delivered, ...lost])).toEqual(begun);
        expect(lost.filter((id) => delivered.has(id))).toEqual([]);
      },
    ),
  );
});

it('answers random bytes with typed errors and holds no more than its limit', () => {
  // Plausible headers get further into the reader than bytes without any shape.
  const header = fc
    .tuple(
      fc.integer({ min: 0, max: 6 }),
      fc.nat(3),
      fc.constantFrom(0, 0, 1, 40, 2_000, 20_000_000),
    )
    .map(([type, id, length]) => {
      const bytes = Buffer.alloc(9);
      writeHeader(bytes, 0, type as FrameType, id, length);
      return bytes;
    });
  const part = fc.oneof(header, fc.uint8Array({ maxLength: 60 }));
  const limits = { openFrames: 3, bufferedBytes: 500 };
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), fc.boolean(), (parts, owned) => {
      const reader = new MessageReader({ message: () => {} }, limits);
      try {
        for (const bytes of parts) {
          reader.push(bytes, owned);
          expect(reader.openFrames).toBeLessThanOrEqual(limits.openFrames);
          expect(reader.bufferedBytes).toBeLessThanOrEqual(limits.bufferedBytes);
        }
        reader.finish();
      } catch (error) {
        expect(error).toBeInstanceOf(FrameError);
        expect([reader.openFrames, reader.bufferedBytes]).toEqual([0, 0]);
      }
    }),
    { numRuns: 500 },
  );
});
