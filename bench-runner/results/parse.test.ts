import { describe, expect, it } from 'vitest';
import { DocumentError, type Problem } from './document-error.ts';
import { maximumDocumentLength, parseDocument } from './parse.ts';
import type { ResultDocument } from './schema.ts';
import { exampleDocument } from './testing/example-document.ts';

const json = JSON.stringify(exampleDocument());

function problemsOf(text: string): readonly Problem[] {
  try {
    parseDocument(text, 'a.json');
  } catch (error) {
    if (error instanceof DocumentError) return error.problems;
    throw error;
  }
  return [];
}

/** Problems of the example after a change to its data. */
function after(change: (document: ResultDocument) => void): readonly Problem[] {
  const document: ResultDocument = JSON.parse(json);
  change(document);
  return problemsOf(JSON.stringify(document));
}

describe('parseDocument', () => {
  it('reads a valid document', () => {
    expect(parseDocument(json, 'a.json')).toEqual(exampleDocument());
    expect(parseDocument(`\uFEFF${json}`, 'a.json')).toEqual(exampleDocument());
  });

  it('names the file, the field and the rule', () => {
    expect(() => parseDocument(json.replace('"cores":2', '"cores":0'), 'results/a.json')).toThrow(
      /^results\/a\.json is not a valid result document:\n {2}environment\.cores: .*>0/,
    );
  });

  it('refuses what is not JSON, and what is too much of it', () => {
    expect(problemsOf('{')[0]?.rule).toMatch(/^expected JSON/);
    expect(problemsOf('')[0]?.rule).toMatch(/^expected JSON/);
    expect(problemsOf(' '.repeat(maximumDocumentLength + 1))[0]?.rule).toMatch(/expected at most/);
  });

  it('refuses JSON of another kind', () => {
    for (const text of ['null', '[]', '1', '"text"', '{}']) {
      expect(problemsOf(text).length).toBeGreaterThan(0);
    }
  });

  it('refuses nesting that would exhaust the stack', () => {
    const depth = 200_000;
    const nested = `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`;
    expect(problemsOf(nested)[0]?.rule).toMatch(/levels/);
  });

  it('refuses a newer schema version by name', () => {
    expect(problemsOf(json.replace('"schemaVersion":1', '"schemaVersion":2'))).toEqual([
      { path: 'schemaVersion', rule: expect.stringMatching(/version 2 is newer/) },
    ]);
  });

  it('refuses unknown keys with their path', () => {
    expect(problemsOf(json.replace('"cores":2', '"cores":2,"host name":"x"'))).toEqual([
      { path: 'environment["host name"]', rule: expect.stringMatching(/^unknown key/) },
    ]);
  });

  it('refuses prototype keys wherever they stand and however they are spelt', () => {
    for (const key of ['__proto__', '\\u005f_proto__']) {
      const text = json.replace('"samples":{', `"samples":{"${key}":{"time":1},`);
      expect(problemsOf(text)).toEqual([
        { path: 'cases[0].trials[0].samples.__proto__', rule: 'refused as a key' },
      ]);
    }
    const named = json.replace('"samples":{', '"samples":{"constructor":1,');
    expect(problemsOf(named)[0]).toMatchObject({
      path: 'cases[0].trials[0].samples.constructor',
      rule: expect.stringMatching(/refused as a key/),
    });
    expect(Object.prototype).not.toHaveProperty('time');
  });

  it('spells out what would be invisible in its messages', () => {
    const text = json.replace('"cores":2', '"cores":2,"\\u001b[31m\\u202e":1');
    expect(() => parseDocument(text, 'a.json')).toThrow(/\\u\{202e\}/);
    expect(() => parseDocument(text, 'a\u001bb.json')).toThrow(/^a\\u\{1b\}b\.json/);
  });

  it('tells the ten first problems of many', () => {
    const many = json.replaceAll('"retakes":0', '"retakes":-1');
    expect(() => parseDocument(many, 'a.json')).toThrow(/and \d+ more$/);
  });
});

describe('samples', () => {
  it('are told apart by what was meant', () => {
    expect(problemsOf(json.replace('"count":100', '"count":1.5'))[0]?.path).toBe(
      'cases[6].trials[0].samples.latency.count',
    );
    expect(problemsOf(json.replace('"time":104', '"time":"104"'))[0]?.path).toBe(
      'cases[0].trials[0].samples.time',
    );
  });
});

describe('references', () => {
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
