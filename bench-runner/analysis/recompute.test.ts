import { expect, test } from 'vitest';
import type { ResultDocument } from '../results/schema.ts';
import { analyse } from './analyse.ts';
import { recompute } from './recompute.ts';
import { histogramOf, measured, rawDocument, trial, trials } from './testing/raw-document.ts';

const noisy = (factor: number) => [100, 103, 98, 101, 97, 106, 99].map((value) => value * factor);
const raw = rawDocument([
  measured('plain', trials(noisy(1), noisy(1.01))),
  measured('pooled', trials(noisy(0.7))),
]);
const suite = {
  tables: () => [
    {
      id: 'own',
      title: 'Own',
      caption: '',
      scenario: null,
      columns: [{ id: 'a', title: 'A', unit: null, metric: null }],
      rows: [],
      noiseFloor: null,
      detectableRatio: null,
      caveats: [],
    },
  ],
  answers: () => [{ id: 'who', question: 'Who?', text: 'Pooled.', table: 'own' }],
};

/** A document that agrees with itself, as read from a file, after a change. */
function document(change: (document: ResultDocument) => void = () => {}): ResultDocument {
  const analysis = analyse(raw);
  const whole = structuredClone({
    ...raw,
    ...analysis,
    tables: [...analysis.tables, ...suite.tables()],
    answers: suite.answers(),
    fingerprint: '0'.repeat(64),
  }) as ResultDocument;
  change(whole);
  return JSON.parse(JSON.stringify(whole));
}
const paths = (change: (document: ResultDocument) => void) =>
  recompute(document(change)).map(({ path }) => path);
const firstMeasured = ({ cases: [one] }: ResultDocument) => {
  if (one?.status !== 'measured') throw new Error('Expected a measured case.');
  return one;
};

test('a document that follows from its samples has no differences', () => {
  expect(recompute(document())).toEqual([]);
  expect(recompute(document(), suite)).toEqual([]);
});

test('a changed summary is named with both figures', () => {
  const changed = document((one) => {
    firstMeasured(one).summaries.time!.median = 99;
  });
  expect(recompute(changed)).toEqual([
    { path: 'cases[0].summaries.time.median', kind: 'figure', published: 99, recomputed: 100 },
  ]);
});

test('a changed sample shows wherever it counts', () => {
  const changed = paths((one) => {
    firstMeasured(one).trials[0]!.samples.time = 104;
  });
  expect(changed).toContain('cases[0].summaries.time.median');
  expect(changed).toContain('tables[0].rows[1][3].value');
});

test.each<[string, (document: ResultDocument) => void, string]>([
  [
    'verdict',
    (one) => Object.assign(one.groups[0]!.comparisons[0]!, { verdict: 'worse' }),
    'groups[0].comparisons[0].verdict',
  ],
  [
    'cell',
    (one) => Object.assign(one.tables[0]!.rows[0]![1]!, { text: 'Plain' }),
    'tables[0].rows[0][1].text',
  ],
  [
    'unit of a column',
    (one) => Object.assign(one.tables[0]!.columns[3]!, { unit: 'ms/op' }),
    'tables[0].columns[3].unit',
  ],
  ['removed caveat', (one) => one.caveats.pop(), 'caveats[0]'],
  ['caveat of a case', (one) => firstMeasured(one).caveats.pop(), 'cases[0].caveats[0]'],
  ['removed table', (one) => one.tables.shift(), 'tables'],
])('a changed %s is found', (_, change, path) => {
  expect(paths(change)).toEqual([path]);
});

test('another caption is a matter of wording, a missing one is not', () => {
  const kinds = (caption: string | undefined) =>
    recompute(document((one) => Object.assign(one.tables[0]!, { caption }))).map(
      ({ kind }) => kind,
    );
  expect(kinds('Put otherwise.')).toEqual(['wording']);
  expect(kinds(undefined)).toEqual(['figure']);
});

test('the suite’s own tables and answers are recomputed with the suite', () => {
  const changed = document((one) => {
    one.answers[0]!.text = 'Plain.';
    one.tables[1]!.id = 'renamed';
  });
  expect(recompute(changed)).toEqual([]);
  expect(recompute(changed, suite).map(({ path }) => path)).toEqual([
    'tables',
    'tables[1]',
    'answers[0].text',
  ]);
});

test('a histogram with another count than it says is a difference, not a crash', () => {
  const changed = document((one) => {
    firstMeasured(one).trials.push(trial(90, { latency: { ...histogramOf([1]), count: 2 } }));
  });
  expect(recompute(changed)).toMatchObject([
    {
      path: 'cases',
      recomputed: expect.stringContaining('says that it holds 2 values and holds 1'),
    },
  ]);
});
