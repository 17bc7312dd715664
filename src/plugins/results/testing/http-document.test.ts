import { expect, test } from 'vitest';
import { ResultDocument } from '../../../../bench-runner/results/schema.ts';
import { httpDocument } from './http-document.ts';

test('the suite under load is a valid document with all that its pages have to show', () => {
  const document = httpDocument();
  expect(ResultDocument.parse(document)).toEqual(document);
  expect(document.suite.scenarios).toHaveLength(25);
  expect(new Set(document.cases.map(({ status }) => status))).toEqual(
    new Set(['measured', 'failed', 'skipped']),
  );
  expect(document.cases.some((one) => one.status === 'measured' && one.trials[0]?.series)).toBe(
    true,
  );
}, 30_000);
