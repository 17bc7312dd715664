import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DocumentError } from './document-error.ts';
import { serialiseDocument } from './store.ts';
import { exampleDocument } from './testing/example-document.ts';
import { verifyDocument } from './verify-document.ts';

const document = exampleDocument((content) => ({
  ...content,
  caveats: [{ code: 'errors', detail: 'Seen: 0.1' }],
  environment: { ...content.environment, timer: { resolutionNs: 0.1 + 0.2, costNs: 25 } },
}));
const json = serialiseDocument(document);

const differences = (text: string) => verifyDocument(text, 'a.json').differences;

describe('verifyDocument', () => {
  it('finds nothing in a document as it was written, or laid out anew', () => {
    expect(verifyDocument(json, 'a.json')).toEqual({ document, differences: [] });
    expect(differences(JSON.stringify(document))).toEqual([]);
    expect(differences(`\uFEFF${json}`)).toEqual([]);
  });

  it('finds a changed figure, in a number or in text', () => {
    for (const [from, to] of [
      ['"median": 104', '"median": 105'],
      ['Seen: 0.1', 'Seen: 0.2'],
      ['"seed": 1', '"seed": 2'],
    ] as const) {
      const changed = json.replace(from, to);
      expect(changed).not.toBe(json);
      expect(differences(changed)).toEqual([
        expect.stringMatching(/^fingerprint: the document says/),
      ]);
    }
  });

  it('finds a changed fingerprint', () => {
    const digit = document.fingerprint.startsWith('0') ? '1' : '0';
    expect(
      differences(json.replace(document.fingerprint, digit + document.fingerprint.slice(1))),
    ).toHaveLength(1);
  });

  it('finds the changed digit that no program reads', () => {
    const changed = json.replace('0.30000000000000004', '0.30000000000000003');
    expect(changed).not.toBe(json);
    expect(differences(changed)).toEqual([expect.stringMatching(/^line \d+: a number/)]);
  });

  it('passes no document with one digit changed, wherever it stands', () => {
    const digits = [...json.matchAll(/\d/g)].map(({ index }) => index);
    fc.assert(
      fc.property(fc.constantFrom(...digits), fc.integer({ min: 1, max: 9 }), (at, step) => {
        const digit = (Number(json[at]) + step) % 10;
        expect(passes(`${json.slice(0, at)}${digit}${json.slice(at + 1)}`)).toBe(false);
      }),
      { numRuns: 150 },
    );
    expect(passes(json)).toBe(true);
  });

  it('throws where there is no document to recompute', () => {
    expect(() =>
      verifyDocument(json.replace('"schemaVersion": 1', '"schemaVersion": 0'), 'a.json'),
    ).toThrow(/schemaVersion/);
  });
});

function passes(text: string): boolean {
  try {
    return differences(text).length === 0;
  } catch (error) {
    if (error instanceof DocumentError) return false;
    throw error;
  }
}
