import { describe, expect, it } from 'vitest';
import { fingerprint, fingerprintOfDocument, fingerprintOfTable } from './fingerprint.ts';
import { seal } from './seal.ts';
import { shortFingerprint } from './short-fingerprint.ts';
import { exampleDocument } from './testing/example-document.ts';

describe('fingerprint', () => {
  it('is the SHA-256 of the canonical JSON', () => {
    // sha256sum of the bytes {} and {"a":1,"b":"é"}.
    expect(fingerprint({})).toBe(
      '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
    );
    expect(fingerprint({ b: 'é', a: 1 })).toBe(fingerprint({ a: 1.0, b: '\u00e9' }));
    expect(fingerprint({ b: 'é', a: 1 })).toBe(
      '09ad9fd2fb648cb2f62141215828ea00a62c299db05d20aa9ade2f527a301cc6',
    );
  });

  it('shows twelve digits', () => {
    expect(shortFingerprint(fingerprint({}))).toBe('44136fa355b3');
  });
});

describe('the fingerprint of a document', () => {
  it('is of everything but itself', () => {
    const document = exampleDocument();
    const { fingerprint: stated, ...content } = document;
    expect(stated).toBe(fingerprint(content));
    expect(fingerprintOfDocument({ ...document, fingerprint: 'f'.repeat(64) })).toBe(stated);
    expect(seal(content)).toEqual(document);
  });
});

describe('the fingerprint of a table', () => {
  it('depends on the table alone', () => {
    const [table] = exampleDocument().tables;
    const [again] = exampleDocument({ caveats: [] }).tables;
    expect(fingerprintOfTable(table!)).toBe(fingerprintOfTable(again!));
    expect(fingerprintOfTable({ ...table!, title: 'Other' })).not.toBe(fingerprintOfTable(table!));
  });
});
