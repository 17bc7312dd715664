import { expect, test } from 'vitest';
import { checkReferences } from '../results/check-references.ts';
import { ResultDocument } from '../results/schema.ts';
import { analyse } from './analyse.ts';
import { measured, rawDocument, scenario, trial, trials } from './testing/raw-document.ts';

const write = scenario({
  axes: [{ id: 'size', title: 'Message size', unit: 'B', values: [64, 1024] }],
  metrics: ['time', 'throughput', 'latency'],
});
const noisy = (factor: number) => [100, 103, 98, 101, 97, 106, 99].map((value) => value * factor);
const raw = rawDocument(
  [
    measured('plain', trials(noisy(1), noisy(1.01)), { size: 64 }, write),
    measured('pooled', trials(noisy(0.7)), { size: 64 }, write),
    measured('plain', trials(noisy(3), noisy(3.02)), { size: 1024 }, write),
    {
      key: 'write/size=1024/pooled',
      scenario: 'write',
      parameters: { size: 1024 },
      subject: 'pooled',
      status: 'failed',
      stage: 'measure',
      message: 'stopped',
      detail: null,
    },
  ],
  { scenarios: [write] },
);

test('makes a valid document, whose names are all declared', () => {
  const document = { ...raw, ...analyse(raw), fingerprint: '0'.repeat(64), answers: [] };
  const parsed = ResultDocument.parse(document);
  expect(parsed).toEqual(document);
  expect(checkReferences(parsed)).toEqual([]);
});

test('gives the same for a document that holds it already', () => {
  const analysis = analyse(raw);
  expect(analyse({ ...raw, ...analysis })).toEqual(analysis);
  expect(analyse(structuredClone(raw))).toEqual(analysis);
});

test('another seed changes intervals only', () => {
  const ratios = (seed: number) =>
    analyse({ ...raw, run: { ...raw.run, seed } }).groups.flatMap(({ comparisons }) =>
      comparisons.map(({ ratio }) => ratio),
    );
  expect(ratios(1)).toEqual(ratios(2));
});

test('a sample that cannot be read is named with its case', () => {
  const broken = measured('plain', [trial(0, { latency: { histogram: 'AAAA', count: 1 } })]);
  expect(() => analyse(rawDocument([broken]))).toThrow(/write\/-\/plain.*cannot be decoded/);
});
