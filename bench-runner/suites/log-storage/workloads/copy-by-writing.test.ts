import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copyByWriting } from './copy-by-writing.ts';

it('copies folders, empty files and files of several pieces byte for byte', () => {
  const folder = mkdtempSync(join(tmpdir(), 'copy-'));
  try {
    const contents: Record<string, Buffer> = {
      empty: Buffer.alloc(0),
      'one-piece': Buffer.alloc(100_000, 1),
      'three-pieces': Buffer.from(Uint8Array.from({ length: 250_001 }, (_, at) => at % 251)),
      [join('inner', 'file')]: Buffer.from('inner'),
    };
    mkdirSync(join(folder, 'original', 'inner'), { recursive: true });
    for (const [name, bytes] of Object.entries(contents)) {
      writeFileSync(join(folder, 'original', name), bytes);
    }
    copyByWriting(join(folder, 'original'), join(folder, 'copy'));
    const copied = readdirSync(join(folder, 'copy'), { recursive: true }).map(String).sort();
    expect(copied).toEqual(['empty', 'inner', join('inner', 'file'), 'one-piece', 'three-pieces']);
    for (const [name, bytes] of Object.entries(contents)) {
      expect(readFileSync(join(folder, 'copy', name)).equals(bytes), name).toBe(true);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
