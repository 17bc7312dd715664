import { describe, expect, it } from 'vitest';
import { CpuProfile, mostProfileNodes } from './cpu-profile.ts';
import { parseDocument } from './parse.ts';
import { serialiseDocument } from './store.ts';
import { exampleDocument } from './testing/example-document.ts';
import { exampleProfile } from './testing/example-profile.ts';
import { verifyDocument } from './verify-document.ts';

function refusal(change: (profile: CpuProfile) => unknown): string[] {
  const profile = exampleProfile();
  change(profile);
  const { error } = CpuProfile.safeParse(profile);
  return error?.issues.map(({ message }) => message) ?? [];
}

describe('a CPU profile', () => {
  it('is taken as it is', () => {
    expect(CpuProfile.parse(exampleProfile())).toEqual(exampleProfile());
  });

  it.each<[string, (profile: CpuProfile) => unknown, RegExp]>([
    ['a node before its caller', ({ nodes }) => Object.assign(nodes[2]!, { parent: 3 }), /parent/],
    ['a second root', ({ nodes }) => Object.assign(nodes[2]!, { parent: null }), /root first/],
    [
      'a function it does not name',
      ({ nodes }) => Object.assign(nodes[1]!, { function: 6 }),
      /one of the functions/,
    ],
    [
      'samples that do not add up',
      ({ pruned }) => Object.assign(pruned, { samples: 6 }),
      /all samples/,
    ],
    [
      'a folder of the machine',
      ({ functions }) => Object.assign(functions[2]!, { source: '/srv/a.ts' }),
      /absolute/,
    ],
    [
      'a drive of the machine',
      ({ functions }) => Object.assign(functions[2]!, { source: 'C:\\a.ts' }),
      /absolute/,
    ],
    [
      'an address of a file',
      ({ functions }) => Object.assign(functions[2]!, { source: 'file:///a.ts' }),
      /absolute/,
    ],
    [
      'more nodes than a page can draw',
      ({ nodes }) => {
        while (nodes.length <= mostProfileNodes) nodes.push({ ...nodes[6]!, samples: 0 });
      },
      /400/,
    ],
  ])('with %s is refused', (_, change, message) => {
    const [first = ''] = refusal(change);
    expect(first).toMatch(message);
  });
});

describe('a document with a CPU profile', () => {
  const document = exampleDocument((content) => ({
    ...content,
    cases: content.cases.map((one) =>
      one.status === 'measured' ? { ...one, cpuProfile: exampleProfile() } : one,
    ),
  }));

  it('is read back whole', () => {
    expect(parseDocument(serialiseDocument(document), 'example.json')).toEqual(document);
  });

  it('is not the same once a time in its profile was changed', () => {
    const json = serialiseDocument(document);
    expect(verifyDocument(json, 'example.json').differences).toEqual([]);
    const changed = json.replace('"selfMs": 80', '"selfMs": 79');
    expect(verifyDocument(changed, 'example.json').differences).toEqual([
      expect.stringContaining('fingerprint'),
    ]);
  });
});
