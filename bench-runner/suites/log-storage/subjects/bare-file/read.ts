import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import type { BareProgram, BareWork } from '../../subject.ts';
import { cpuSince } from './cpu-since.ts';
import { expectFilling, expectPiece, fillingOf } from './filling.ts';
import { timed } from './timed.ts';
import { xorshift32 } from './xorshift.ts';

/** Pieces that a check reads, spread over the file. */
const checkedPieces = 64;

/** Reads pieces of a file that it fills first, and which so lies in the page cache. */
export function startReading(
  file: string,
  work: Extract<BareWork, { kind: 'read' | 'random-read' }>,
): BareProgram {
  const { bytes, fileBytes } = work;
  const filling = fillingOf(bytes);
  fill(file, fileBytes, filling);
  const descriptor = openSync(file, 'r');
  const pieces = Math.floor(fileBytes / bytes);
  const piece = new Uint8Array(bytes);
  const nextPiece = work.kind === 'read' ? ascending(pieces) : random(pieces, work.seed);
  let position = -1;
  const read = () => {
    const got = readSync(descriptor, piece, 0, bytes, position);
    if (got !== bytes) throw new Error(`read ${got} of ${bytes} bytes at ${position}`);
  };

  return {
    run: async (count, took) => {
      for (let done = 0; done < count; done += 1) {
        position = nextPiece() * bytes;
        timed(read, took);
      }
    },
    check: async () => {
      if (position >= 0) expectFilling(piece, position, filling);
      const other = new Uint8Array(bytes);
      for (let part = 0; part < checkedPieces; part += 1) {
        const at = Math.floor((part * pieces) / checkedPieces) * bytes;
        expectPiece(descriptor, at, filling, other);
      }
    },
    cpuMicros: cpuSince(process.cpuUsage()),
    close: async () => {
      closeSync(descriptor);
      rmSync(file, { force: true });
    },
  };
}

function ascending(pieces: number): () => number {
  let next = -1;
  return () => {
    next = next + 1 === pieces ? 0 : next + 1;
    return next;
  };
}

function random(pieces: number, seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = xorshift32(state);
    return state % pieces;
  };
}

function fill(file: string, fileBytes: number, filling: Uint8Array): void {
  const descriptor = openSync(file, 'w');
  try {
    for (let at = 0; at < fileBytes; at += filling.length) {
      const length = Math.min(filling.length, fileBytes - at);
      const written = writeSync(descriptor, filling, 0, length, at);
      if (written !== length) {
        throw new Error(`wrote ${written} of ${length} bytes: is the disk full?`);
      }
    }
  } finally {
    closeSync(descriptor);
  }
}
