import {
  closeSync,
  fdatasync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { BackgroundSync } from '../../background-sync.ts';
import type { BareProgram, BareWork } from '../../subject.ts';
import { cpuSince } from './cpu-since.ts';
import { expectPiece, fillingOf } from './filling.ts';
import { timed } from './timed.ts';

/** Most bytes at the end of the file that a check reads back. */
const checkedBytes = 16 * 1024 * 1024;

/** Writes pieces at the end of a file, which is emptied when the next one would make it too long. */
export function startAppending(
  file: string,
  { bytes, fileBytes, durability }: Extract<BareWork, { kind: 'append' }>,
): BareProgram {
  const filling = fillingOf(bytes);
  const descriptor = openSync(file, 'w+');
  const behind =
    durability === 'interval'
      ? new BackgroundSync((done) => fdatasync(descriptor, done))
      : undefined;
  let position = 0;
  let next = 0;

  const makeRoom = () => {
    if (position + bytes <= fileBytes) return;
    ftruncateSync(descriptor, 0);
    position = 0;
    next = 0;
  };
  const write = () => {
    const written = writeSync(descriptor, filling, next, bytes, position);
    if (written !== bytes) {
      throw new Error(`wrote ${written} of ${bytes} bytes: is the disk full?`);
    }
    position += bytes;
    next += bytes;
    if (next === filling.length) next = 0;
    if (durability === 'sync') fdatasyncSync(descriptor);
  };
  const run = async (count: number, took?: (nanoseconds: number) => void) => {
    for (let done = 0; done < count; done += 1) {
      makeRoom();
      timed(write, took);
      if (behind?.wrote(bytes)) await behind.turn();
    }
    await behind?.turn();
  };

  return {
    run,
    check: async () => {
      if (position === 0) await run(2);
      const { size } = fstatSync(descriptor);
      if (size !== position) {
        throw new Error(`the file has ${size} bytes where ${position} were written`);
      }
      const pieces = Math.max(1, Math.floor(Math.min(position, checkedBytes) / bytes));
      const piece = new Uint8Array(bytes);
      for (let at = position - pieces * bytes; at < position; at += bytes) {
        expectPiece(descriptor, at, filling, piece);
      }
    },
    cpuMicros: cpuSince(process.cpuUsage()),
    close: async () => {
      await behind?.close();
      closeSync(descriptor);
      rmSync(file, { force: true });
    },
  };
}
