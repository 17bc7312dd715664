import { describe, expect, it } from 'vitest';
import { CpuProfile, mostProfileNodes } from '../../results/cpu-profile.ts';
import { foldProfile } from './fold-profile.ts';
import type { CallFrame } from './profile-tree.ts';
import type { ThreadProfile } from './protocol.ts';
import type { SampledProfile } from './record-profile.ts';

/** A node of a hand-made profile: its id, its function and the ids of what it called. */
function node(id: number, functionName: string, children: number[] = []) {
  const callFrame = { functionName, scriptId: '1', url: 'a.ts', lineNumber: 0, columnNumber: 0 };
  return { id, callFrame, children };
}

const describeByName = ({ functionName, url, lineNumber }: CallFrame) => ({
  name: functionName,
  source: url,
  line: lineNumber + 1,
});

const onMain = (profile: SampledProfile): ThreadProfile => ({ thread: '(main thread)', profile });

function folded(...profiles: ThreadProfile[]) {
  const profile = foldProfile(profiles, describeByName);
  if (!profile) throw new Error('nothing was sampled');
  // What is folded is what a document takes.
  CpuProfile.parse({
    takenAt: '2026-11-20T09:35:00.000Z',
    intervalMicros: 200,
    foreignCpuShare: 0,
    ...profile,
  });
  return profile;
}

/** `caller > callee: own ms/total ms (samples)` of each node, in order. */
function lines({ nodes, functions }: ReturnType<typeof folded>): string[] {
  const paths: string[] = [];
  return nodes.map(({ parent, function: place, selfMs, totalMs, samples }) => {
    const name = functions[place]?.name ?? '';
    const path = parent === null ? name : `${paths[parent]} > ${name}`;
    paths.push(path);
    return `${path}: ${selfMs}/${totalMs} (${samples})`;
  });
}

/**
 * Samples at 100, 300, 500, 800, 900 and 1,300 µs, the end at 1,550 µs: they stand for 200, 200, 300,
 * 100, 400 and 250 µs.
 */
const handMade: SampledProfile = {
  startTime: 1_000_000,
  endTime: 1_001_550,
  nodes: [
    node(1, '(root)', [2, 5]),
    node(2, 'produce', [3, 4]),
    node(3, 'append'),
    node(4, 'checksum'),
    node(5, '(garbage collector)'),
  ],
  samples: [2, 3, 3, 4, 5, 3],
  timeDeltas: [100, 200, 200, 300, 100, 400],
};

describe('foldProfile', () => {
  it('counts a sample until the next one, and gives callers the time of what they call', () => {
    expect(lines(folded(onMain(handMade)))).toEqual([
      '(root): 0/1.45 (0)',
      '(root) > produce: 0.2/1.05 (1)',
      '(root) > produce > append: 0.75/0.75 (3)',
      '(root) > produce > checksum: 0.1/0.1 (1)',
      '(root) > (garbage collector): 0.4/0.4 (1)',
    ]);
  });

  it('puts samples that were told out of order where they belong', () => {
    // The second and third sample change places: at 500 and 300 µs.
    const samples = [2, 3, 3, 4, 5, 3];
    const timeDeltas = [100, 400, -200, 500, 100, 400];
    expect(lines(folded(onMain({ ...handMade, samples, timeDeltas })))).toEqual(
      lines(folded(onMain(handMade))),
    );
  });

  it('joins the pieces of one thread, and keeps several threads apart', () => {
    expect(lines(folded(onMain(handMade), onMain(handMade)))[2]).toBe(
      '(root) > produce > append: 1.5/1.5 (6)',
    );
    const [, first, second] = lines(
      folded(onMain(handMade), { thread: '(thread consumer)', profile: handMade }),
    );
    expect(first).toBe('(root) > (main thread): 0/1.45 (0)');
    expect(second).toBe('(root) > (main thread) > produce: 0.2/1.05 (1)');
  });

  it('leaves out the profiler itself, and what it was called from alone', () => {
    const own = node(6, 'post');
    own.callFrame.url = 'node:inspector';
    const root = node(1, '(root)', [2, 5, 7]);
    const nodes = [root, ...handMade.nodes.slice(1), node(7, 'start', [6]), own];
    const samples = [6, ...(handMade.samples ?? [])];
    const timeDeltas = [0, ...(handMade.timeDeltas ?? [])];
    const profile = folded(onMain({ ...handMade, nodes, samples, timeDeltas }));
    expect(lines(profile)).toEqual(lines(folded(onMain(handMade))));
    expect(profile.pruned.nodes).toBe(0);
  });

  it('joins callees that are described alike', () => {
    const nodes = [node(1, '(root)', [2, 3]), node(2, 'scan'), node(3, 'scan')];
    const profile = folded(onMain({ ...handMade, nodes, samples: [2, 3], timeDeltas: [0, 550] }));
    expect(lines(profile)).toEqual(['(root): 0/1.55 (0)', '(root) > scan: 1.55/1.55 (2)']);
    expect(profile.functions).toHaveLength(2);
  });

  it('prunes what has less than half a percent of the time and says how much that was', () => {
    // 4 of 1,000 µs are less than 5; the caller's time keeps them.
    const profile = folded(
      onMain({
        startTime: 0,
        endTime: 1_000,
        nodes: [node(1, '(root)', [2]), node(2, 'scan', [3, 4]), node(3, 'rare'), node(4, 'some')],
        samples: [2, 3, 4],
        timeDeltas: [0, 991, 4],
      }),
    );
    expect(lines(profile)).toEqual([
      '(root): 0/1 (0)',
      '(root) > scan: 0.991/1 (1)',
      '(root) > scan > some: 0.005/0.005 (1)',
    ]);
    expect(profile.pruned).toEqual({ nodes: 1, selfMs: 0.004, samples: 1 });
  });

  it('keeps the largest nodes where there are more than a document may hold', () => {
    const depth = mostProfileNodes + 50;
    const chain = Array.from({ length: depth }, (_, index) =>
      node(index + 1, `call ${index}`, index + 1 < depth ? [index + 2] : []),
    );
    const profile = folded(
      onMain({ startTime: 0, endTime: 100, nodes: chain, samples: [depth], timeDeltas: [0] }),
    );
    expect(profile.nodes).toHaveLength(mostProfileNodes);
    expect(profile.nodes.at(-1)).toMatchObject({ parent: mostProfileNodes - 2, totalMs: 0.1 });
    expect(profile.pruned).toEqual({ nodes: 50, selfMs: 0.1, samples: 1 });
  });

  it('has nothing to say where nothing was sampled', () => {
    expect(foldProfile([], describeByName)).toBeNull();
    const empty = onMain({ ...handMade, samples: [], timeDeltas: [] });
    expect(foldProfile([empty], describeByName)).toBeNull();
  });
});
