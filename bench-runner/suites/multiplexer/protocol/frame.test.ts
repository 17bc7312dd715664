import { describe, expect, it } from 'vitest';
import { frameTypes, readUint32, writeHeader } from './frame.ts';

describe('frame header', () => {
  it('holds type, frame id and length, big-endian, in nine bytes', () => {
    const target = Buffer.alloc(9);
    expect(writeHeader(target, 0, frameTypes.data, 0x01020304, 0x00a0b0c0)).toBe(9);
    expect(target.toString('hex')).toBe('020102030400a0b0c0');
  });

  it('is written at an offset and leaves other bytes alone', () => {
    const target = Buffer.alloc(11, 0xff);
    expect(writeHeader(target, 1, frameTypes.abort, 0xffffffff, 0)).toBe(10);
    expect(target.toString('hex')).toBe('ff04ffffffff00000000ff');
  });

  it('reads 32 bits as unsigned', () => {
    expect(readUint32(Buffer.from('00fffffffe', 'hex'), 1)).toBe(0xfffffffe);
    expect(readUint32(Buffer.from('00000100', 'hex'), 0)).toBe(256);
  });
});
