import { describe, expect, it } from 'vitest';
import { checkReferences } from './check-references.ts';
import type { ResultDocument } from './schema.ts';
import { exampleDocument } from './testing/example-document.ts';

/** Problems of the example after a change to its data. */
function after(change: (document: ResultDocument) => void) {
  const document = exampleDocument();
  change(document);
  return checkReferences(document);
}

describe('checkReferences', () => {
  it('finds nothing in a valid document', () => {
    expect(checkReferences(exampleDocument())).toEqual([]);
  });

  const firstMeasured = ({ cases }: ResultDocument) => {
    const [one] = cases;
    if (one?.status !== 'measured') throw new Error('expected a measured case');
    return one;
  };

  it.each<[string, string, RegExp, (document: ResultDocument) => void]>([
    [
      'a case key of other parameters',
      'cases[0].key',
      /"write\/size=1024\/plain"/,
      (document) => {
        document.cases[0]!.key = 'write/size=65536/plain';
      },
    ],
    [
      'percentiles of a metric that yields one number a trial',
      'suite.metrics[0].percentiles',
      /only where kind is histogram/,
      (document) => {
        document.suite.metrics[0]!.percentiles = [50];
      },
    ],
    [
      'a percentile named twice',
      'suite.metrics[1].percentiles',
      /each percentile once/,
      (document) => {
        document.suite.metrics[1]!.kind = 'histogram';
        document.suite.metrics[1]!.percentiles = [50, 99, 50];
      },
    ],
    [
      'a contrast on an axis that the scenario has not',
      'suite.scenarios[0].contrast.axis',
      /unknown axis "depth"; declared: size/,
      (document) => {
        document.suite.scenarios[0]!.contrast = { axis: 'depth', baseline: 1 };
      },
    ],
    [
      'a case twice',
      'cases[1].key',
      /unique; entry 0/,
      (document) => {
        document.cases[1] = structuredClone(document.cases[0]!);
      },
    ],
    [
      'a subject that is not declared',
      'cases[0].subject',
      /unknown subject "other"; declared: plain/,
      (document) => {
        document.cases[0]!.subject = 'other';
      },
    ],
    [
      'a scenario that is not declared',
      'cases[0].scenario',
      /unknown scenario "other"/,
      (document) => {
        document.cases[0]!.scenario = 'other';
      },
    ],
    [
      'a parameter value off its axis',
      'cases[0].parameters.size',
      /1024, 65536/,
      (document) => {
        document.cases[0]!.parameters = { size: 7 };
      },
    ],
    [
      'a parameter without an axis',
      'cases[0].parameters.depth',
      /unknown axis/,
      (document) => {
        document.cases[0]!.parameters = { size: 1024, depth: 1 };
      },
    ],
    [
      'a missing parameter',
      'groups[0].parameters.size',
      /value of the axis/,
      (document) => {
        document.groups[0]!.parameters = {};
      },
    ],
    [
      'a sample of no metric',
      'cases[0].trials[0].samples.other',
      /unknown metric/,
      (document) => {
        firstMeasured(document).trials[0]!.samples = { other: 1 };
      },
    ],
    [
      'a number for a histogram',
      'cases[0].trials[0].samples.latency',
      /expected a histogram/,
      (document) => {
        firstMeasured(document).trials[0]!.samples = { latency: 1 };
      },
    ],
    [
      'a trial counted twice',
      'cases[0].trials[1].block',
      /one trial a block and role/,
      (document) => {
        const { trials } = firstMeasured(document);
        trials[1] = structuredClone(trials[0]!);
      },
    ],
    [
      'a summary of no metric',
      'cases[0].summaries.other',
      /unknown metric/,
      (document) => {
        firstMeasured(document).summaries = { other: { n: 1, median: 1, low: 1, high: 1 } };
      },
    ],
    [
      'an interval upside down',
      'cases[0].summaries.time.low',
      /at most high/,
      (document) => {
        firstMeasured(document).summaries = { time: { n: 1, median: 1, low: 2, high: 1 } };
      },
    ],
    [
      'a scenario metric that is not declared',
      'suite.scenarios[0].metrics[0]',
      /unknown metric/,
      (document) => {
        document.suite.scenarios[0]!.metrics = ['other'];
      },
    ],
    [
      'a baseline that is not declared',
      'suite.scenarios[0].baseline',
      /unknown subject/,
      (document) => {
        document.suite.scenarios[0]!.baseline = 'other';
      },
    ],
    [
      'a metric declared twice',
      'suite.metrics[1].id',
      /unique/,
      (document) => {
        document.suite.metrics[1]!.id = 'time';
      },
    ],
    [
      'a comparison with a stranger',
      'groups[0].comparisons[0].reference',
      /unknown subject/,
      (document) => {
        document.groups[0]!.comparisons[0]!.reference = 'other';
      },
    ],
    [
      'a subject ranked twice',
      'groups[0].ranks[1].subject',
      /unique/,
      (document) => {
        document.groups[0]!.ranks[1]!.subject = 'pooled';
      },
    ],
    [
      'a row short of a cell',
      'tables[0].rows[0]',
      /4 cells, one a column, not 3/,
      (document) => {
        document.tables[0]!.rows[0]!.pop();
      },
    ],
    [
      'a table twice',
      'tables[1].id',
      /unique/,
      (document) => {
        document.tables[1]!.id = document.tables[0]!.id;
      },
    ],
    [
      'a table of no scenario',
      'tables[0].scenario',
      /unknown scenario/,
      (document) => {
        document.tables[0]!.scenario = 'other';
      },
    ],
    [
      'a column of no metric',
      'tables[0].columns[2].metric',
      /unknown metric/,
      (document) => {
        document.tables[0]!.columns[2]!.metric = 'other';
      },
    ],
    [
      'an answer that rests on no table',
      'answers[0].table',
      /unknown table/,
      (document) => {
        document.answers[0]!.table = 'other';
      },
    ],
    [
      'an end before the start',
      'run.finishedAt',
      /not before/,
      (document) => {
        document.run.finishedAt = '2026-11-20T09:34:59.000Z';
      },
    ],
  ])('refuses %s', (_what, path, rule, change) => {
    const problems = after(change);
    expect(problems.map((problem) => problem.path)).toContain(path);
    expect(problems.find((problem) => problem.path === path)?.rule).toMatch(rule);
  });
});
