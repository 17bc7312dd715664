import { describe, expect, it } from 'vitest';
import { ResultDocument } from '../schema.ts';
import { exampleDocument } from './example-document.ts';

describe('exampleDocument', () => {
  it('is valid, sealed, and the same every time', () => {
    const document = exampleDocument();
    expect(ResultDocument.parse(document)).toEqual(document);
    expect(exampleDocument().fingerprint).toBe(document.fingerprint);
  });

  it('holds cases of every status and samples of both kinds', () => {
    const { cases } = exampleDocument();
    expect(new Set(cases.map(({ status }) => status))).toEqual(
      new Set(['measured', 'skipped', 'failed']),
    );
    const samples = cases.flatMap((one) =>
      one.status === 'measured' ? one.trials.flatMap(({ samples }) => Object.values(samples)) : [],
    );
    expect(new Set(samples.map((sample) => typeof sample))).toEqual(new Set(['number', 'object']));
  });

  it('takes other parts and seals them', () => {
    const document = exampleDocument({ caveats: [] });
    expect(document.caveats).toEqual([]);
    expect(document.fingerprint).not.toBe(exampleDocument().fingerprint);
    const renamed = exampleDocument((content) => ({
      ...content,
      suite: { ...content.suite, title: '{hostile}' },
    }));
    expect(renamed.suite.title).toBe('{hostile}');
  });

  it('refuses what is invalid', () => {
    expect(() => exampleDocument({ cases: [] })).toThrow(/cases/);
  });
});
