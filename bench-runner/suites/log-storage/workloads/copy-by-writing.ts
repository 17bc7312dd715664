import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of one write: about what a producer of a hundred messages of 1 KB writes at a time. */
const pieceBytes = 100_000;

/**
 * Copies a folder with what is in it as a producer would have written it. The page cache keeps bytes
 * in pieces as large as the writes that brought them; copying by the system brings single pages,
 * which take several times as long to free.
 *
 * @param to A folder that is not there yet.
 */
export function copyByWriting(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) copyByWriting(source, target);
    else writeInPieces(target, readFileSync(source));
  }
}

function writeInPieces(path: string, bytes: Buffer): void {
  const fd = openSync(path, 'wx');
  try {
    for (let start = 0; start < bytes.length; ) {
      start += writeSync(fd, bytes, start, Math.min(pieceBytes, bytes.length - start), start);
    }
  } finally {
    closeSync(fd);
  }
}
