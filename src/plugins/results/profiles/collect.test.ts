import { describe, expect, it } from 'vitest';
import { exampleDocument } from '../../../../bench-runner/results/testing/example-document.ts';
import { exampleProfile } from '../../../../bench-runner/results/testing/example-profile.ts';
import { profileSection } from '../archive/profiles.ts';
import { chartFiles } from '../downloads.ts';
import { scenarioPage } from '../scenario-page.ts';
import { collectProfiles } from './collect.ts';
import { profileFacts, profileTitle } from './words.ts';

const document = exampleDocument((content) => ({
  ...content,
  cases: content.cases.map((one) =>
    one.status === 'measured' && one.subject === 'plain'
      ? { ...one, cpuProfile: exampleProfile() }
      : one,
  ),
}));
const [write, roundTrip] = document.suite.scenarios;
if (!write || !roundTrip) throw new Error('the example has two scenarios');
const { cases, file } = collectProfiles(document, write);
const [first] = cases;
if (!first) throw new Error('no case was profiled');

describe('the profiles of a scenario', () => {
  it('are those of its profiled cases, with their parameters in words', () => {
    expect(cases.map(profileTitle)).toEqual([
      'Plain: Message size 1 KB',
      'Plain: Message size 64 KB',
    ]);
    expect(collectProfiles(document, roundTrip).cases.map(profileTitle)).toEqual(['Plain']);
    expect(collectProfiles(exampleDocument(), write).cases).toEqual([]);
  });

  it('say how much they rest on and how much is left out', () => {
    expect(profileFacts(first)).toBe(
      '1,000 samples in 200 ms. Left out as too small: 3 calls, 0.5 % of the time.',
    );
    const undisturbed = { ...first, pruned: { nodes: 0, selfMs: 0 } };
    expect(profileFacts(undisturbed)).toBe('1,000 samples in 200 ms.');
    expect(profileFacts({ ...undisturbed, foreignCpuShare: 0.831 })).toBe(
      '1,000 samples in 200 ms. Other work used 83.1 % of the processors meanwhile, so times are stretched.',
    );
  });

  it('add up a function over all its callers, and count what calls itself once', () => {
    expect(
      first.hottest.map(({ name, selfMs, totalMs, samples }) => [name, selfMs, totalMs, samples]),
    ).toEqual([
      ['writeSync', 80, 80, 400],
      ['append', 40, 160, 200],
      // Of its 40 ms, 10 lie in a call of itself.
      ['checksum', 40, 40, 200],
      ['(garbage collector)', 30, 30, 150],
      ['runTrial', 9, 170, 45],
    ]);
  });

  it('tell whose code a function is', () => {
    const owners = new Map(first.hottest.map(({ name, owner, place }) => [name, [owner, place]]));
    expect(Object.fromEntries(owners)).toEqual({
      append: ['subject', 'bench-runner/suites/example/subjects/plain/index.ts:12'],
      runTrial: ['runner', 'bench-runner/measure/in-process/run-trial.ts:20'],
      checksum: ['package', 'checksum-package/lib/crc32.js:7'],
      writeSync: ['node', 'node:fs:920'],
      '(garbage collector)': ['engine', null],
    });
  });

  it('have their call trees in a file beside a live page, frame in frame', () => {
    expect(first.levels).toBe(5);
    const root = file[first.id];
    expect(root).toMatchObject({ name: '(root)', value: 200 });
    const names = (frame: typeof root): unknown[] => [
      frame?.name,
      ...(frame?.children.map(names) ?? []),
    ];
    expect(names(root)).toEqual([
      '(root)',
      ['runTrial', ['append', ['writeSync'], ['checksum', ['checksum']]]],
      ['(garbage collector)'],
    ]);
    const files = new Map(chartFiles('1.0', document));
    expect(JSON.parse(files.get('/results/1.0/example/write/profiles.json') ?? '')).toEqual(file);
  });

  it('stand on an archived page as tables', () => {
    const version = { label: '1.0', title: '1.0', heads: [document], documents: [document] };
    const page = scenarioPage({ ...version, live: false }, document, write);
    const markup = String(profileSection(page.profiles));
    expect(markup.match(/<table>/g)).toHaveLength(2);
    expect(markup).toContain(
      '<tr><th scope="row"><code>writeSync</code> <small>node:fs:920</small></th><td class="n">80 ms</td><td class="n">40 %</td><td class="n">40 %</td><td class="n">400</td></tr>',
    );
    expect(
      profileSection(scenarioPage({ ...version, live: false }, exampleDocument(), write).profiles),
    ).toBeNull();
  });
});
