import { expect, it } from 'vitest';
import { counterSamples } from './service-samples.ts';

it('divides the rise of a total by the requests', () => {
  expect(counterSamples({ 'postgres-queries': 100 }, { 'postgres-queries': 1_100 }, 500)).toEqual({
    'postgres-queries': 2,
  });
});

it('tells the share of hits among hits and misses, as they rose', () => {
  const before = { 'redis-key-hits': 10, 'redis-key-misses': 100 };
  const after = { 'redis-key-hits': 100, 'redis-key-misses': 110 };
  expect(counterSamples(before, after, 100)).toEqual({
    'redis-key-hits': 0.9,
    'redis-key-misses': 0.1,
    'redis-key-hit-share': 90,
  });
});

it('says nothing of a share without a hit or miss, of a total that has just begun, or without requests', () => {
  const same = { 'redis-key-hits': 1, 'redis-key-misses': 2 };
  expect(counterSamples(same, same, 10)).toEqual({ 'redis-key-hits': 0, 'redis-key-misses': 0 });
  expect(counterSamples({}, { 'postgres-queries': 5 }, 10)).toEqual({});
  expect(counterSamples({ a: 1 }, { a: 2 }, 0)).toEqual({});
});
