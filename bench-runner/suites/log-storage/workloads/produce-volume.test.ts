import { expect, it } from 'vitest';
import { countedOperations, logBytes, messagesInLog } from './produce-volume.ts';

it('lets a log have whole batches, at least one and at most its size', () => {
  expect(messagesInLog({ size: 1024, batch: 1, bytes: 10_240 })).toBe(10);
  expect(messagesInLog({ size: 1024, batch: 4, bytes: 10_240 })).toBe(8);
  expect(messagesInLog({ size: 1024, batch: 100, bytes: 10_240 })).toBe(100);
  expect(messagesInLog({ size: 1024, batch: 1 }) * 1024).toBe(logBytes);
});

it('counts allocations over few operations where they are large or wait for the disk', () => {
  expect(countedOperations(10_240_000, 'page-cache')).toBe(3);
  expect(countedOperations(100_000_000, 'page-cache')).toBe(1);
  expect(countedOperations(1024, 'page-cache')).toBe(32_768);
  expect(countedOperations(1024, 'sync')).toBe(32);
});
