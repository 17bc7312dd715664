import { availableParallelism } from 'node:os';
import { describe, expect, test } from 'vitest';
import { countProcessorList, nameProcessor, usableProcessors } from './processor.ts';

describe('the name of a processor', () => {
  test('is what the system says, without the spaces around it', () => {
    expect(nameProcessor(' Intel(R) Xeon(R) Processor ', null, null)).toBe(
      'Intel(R) Xeon(R) Processor',
    );
  });

  test('on ARM is the board or the numbers of the part', () => {
    const cpuinfo = 'processor\t: 0\nCPU implementer\t: 0x41\nCPU part\t: 0xd0c\n';
    expect(nameProcessor('unknown', cpuinfo, null)).toBe('ARM implementer 0x41 part 0xd0c');
    expect(nameProcessor('', cpuinfo, 'Raspberry Pi 5\0')).toBe('Raspberry Pi 5');
    expect(nameProcessor(undefined, `${cpuinfo}Hardware\t: BCM2835`, null)).toBe('BCM2835');
  });

  test('is unknown where nothing tells it', () => {
    expect(nameProcessor(undefined, null, null)).toBe('unknown');
  });
});

test('processors of a list are counted', () => {
  expect(countProcessorList('0-3,8,10-11')).toBe(7);
  expect(countProcessorList('5')).toBe(1);
  expect(countProcessorList('')).toBeNull();
  expect(countProcessorList('a-b')).toBeNull();
});

test('usable processors are at least one and no more than there are', () => {
  expect(usableProcessors()).toBeGreaterThanOrEqual(1);
  expect(usableProcessors()).toBeLessThanOrEqual(availableParallelism());
});
