import { expect, test } from 'vitest';
import { aggregateCaveats } from './aggregate-caveats.ts';
import { measured, rawDocument } from './testing/raw-document.ts';

const raw = rawDocument([]);
const withCaveat = (subject: string, detail: string | null) => ({
  ...measured(subject, []),
  summaries: {},
  caveats: detail === null ? [] : [{ code: 'few-trials' as const, detail }],
});

test('says how many measured cases have a caveat and what was seen in the first', () => {
  const cases = [withCaveat('plain', null), withCaveat('pooled', '3'), withCaveat('gathered', '5')];
  expect(aggregateCaveats(cases, raw)).toEqual([
    { code: 'few-trials', detail: '2 of 3 measured cases; the first write/-/pooled: 3' },
  ]);
  expect(aggregateCaveats(cases.slice(0, 2), raw, ({ subject }) => subject)).toEqual([
    { code: 'few-trials', detail: '1 of 2 measured cases; pooled: 3' },
  ]);
});

test('what holds for the run is said once', () => {
  const services = [{ id: 'redis', name: 'Redis', version: '7', standIn: true }];
  const run = { ...raw.run, profile: 'quick' as const };
  const environment = { ...raw.environment, services };
  const codes = aggregateCaveats([withCaveat('plain', '1')], { run, environment });
  expect(codes.map(({ code }) => code)).toEqual([
    'few-trials',
    'stand-in-service',
    'quick-profile',
  ]);
});

test('where nothing was measured there is nothing to distrust', () => {
  const run = { ...raw.run, profile: 'quick' as const };
  expect(aggregateCaveats([], { ...raw, run })).toEqual([]);
});
