import { expect, it } from 'vitest';
import { generatorLine, placementLine } from './load-lines.ts';
import { exampleDocument } from './testing/example-document.ts';

const { environment } = exampleDocument();

it('says nothing of a load where there was none', () => {
  expect(placementLine(environment)).toBeNull();
  expect(generatorLine(environment)).toBeNull();
});

it('says where server and load ran, and what the generator could do', () => {
  const loaded = {
    ...environment,
    placement: { server: '0', others: '1,2,3' },
    loadGenerator: { requestsPerSecond: 81_234.5, cpuMicrosPerRequest: 4.61, connections: 50 },
  };
  expect(placementLine(loaded)).toBe(
    'server under test alone on processor 0, everything else on 1,2,3',
  );
  expect(generatorLine(loaded)).toMatch(/^81,235 requests\/s over 50 connections .*at 4\.61 µs/);
});
