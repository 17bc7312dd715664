import { describe, expect, it } from 'vitest';
import { DocumentError, type Problem } from './document-error.ts';
import { maximumDocumentLength, parseDocument } from './parse.ts';
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

describe('series', () => {
  const withSeries = (startSeconds: unknown, values: unknown) =>
    json.replace(
      '"samples":{',
      `"series":${JSON.stringify({ users: { unit: 'users', startSeconds, values } })},"samples":{`,
    );

  it('are read with gaps', () => {
    expect(problemsOf(withSeries([0, 0.5, 1], [10, null, 100]))).toEqual([]);
  });

  it.each([
    ['other lengths', [0, 1], [1], /as many values as startSeconds/],
    ['times that do not rise', [0, 1, 1], [1, 2, 3], /rising startSeconds/],
    ['more than 240 points', [...Array(241).keys()], Array(241).fill(1), /240/],
  ])('are refused with %s', (_, startSeconds, values, rule) => {
    const problems = problemsOf(withSeries(startSeconds, values));
    expect(problems[0]?.path).toMatch(/^cases\[0\]\.trials\[0\]\.series\.users/);
    expect(problems[0]?.rule).toMatch(rule);
  });
});
