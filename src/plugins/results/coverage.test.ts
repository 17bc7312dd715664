import { expect, test } from 'vitest';
import { exampleDocument } from '../../../bench-runner/results/testing/example-document.ts';
import { coverageOf } from './coverage.ts';

test('skipped cases with the same reason stand together, failed ones alone', () => {
  expect(coverageOf(exampleDocument().cases)).toEqual({
    measured: 6,
    failed: [
      {
        key: 'round-trip/-/foreign',
        stage: 'check',
        message: 'The echo differs from what was sent.',
        detail: null,
      },
    ],
    skipped: [
      {
        reason: 'go is not on the PATH',
        remedy: 'Install Go 1.22 or newer.',
        keys: ['write/size=1024/foreign', 'write/size=65536/foreign'],
      },
    ],
  });
});
