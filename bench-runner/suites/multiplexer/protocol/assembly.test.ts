import { describe, expect, it } from 'vitest';
import { Assembly, heldByReference } from './assembly.ts';

const text = (assembly: Assembly) => Buffer.concat(assembly.take()).toString();

describe('an assembly', () => {
  it('keeps copied and kept pieces in order', () => {
    const assembly = new Assembly();
    assembly.copy(Buffer.from('ab'));
    assembly.copy(Buffer.from('cd'));
    assembly.keep(Buffer.from('ef'), 2);
    assembly.copy(Buffer.from('gh'));
    expect(assembly.length).toBe(8);
    expect(text(assembly)).toBe('abcdefgh');
  });

  it('holds as much as was copied for bytes between large pieces', () => {
    const assembly = new Assembly();
    for (let turn = 0; turn < 10; turn++) {
      assembly.keep(Buffer.alloc(60_000), 65_536);
      assembly.copy(Buffer.alloc(20));
    }
    expect(assembly.held).toBe(10 * 65_536 + 10 * 20);
  });

  it('collects what is copied byte by byte in few buffers', () => {
    const assembly = new Assembly();
    for (let turn = 0; turn < 1000; turn++) assembly.copy(Uint8Array.of(turn));
    const pieces = assembly.take();
    expect(pieces.length).toBeLessThanOrEqual(12);
    expect(Buffer.concat(pieces)).toEqual(Buffer.from(Array.from({ length: 1000 }, (_, i) => i)));
  });
});

describe('keeping by reference', () => {
  it('holds the memory behind the piece', () => {
    expect(heldByReference(new Uint8Array(1000), 250)).toBe(1000);
  });

  it('is refused below a quarter of it', () => {
    expect(heldByReference(new Uint8Array(1000), 249)).toBeUndefined();
  });
});
