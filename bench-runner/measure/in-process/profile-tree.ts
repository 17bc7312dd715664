import type { ProfiledFunction } from '../../results/cpu-profile.ts';
import type { ThreadProfile } from './protocol.ts';
import type { SampledProfile } from './record-profile.ts';

/** A function that V8 sampled, with its place in the program that ran. */
export type CallFrame = SampledProfile['nodes'][number]['callFrame'];

const profilerModule = 'node:inspector';

/** A node of the call tree while samples are gathered. */
export interface CallNode extends ProfiledFunction {
  selfMicros: number;
  totalMicros: number;
  samples: number;
  children: CallNode[];
}

/**
 * One call tree of everything that was sampled, stacks with the same functions joined. Where there
 * was more than one thread, each has a node below the root.
 *
 * @param describe What a function is called in the tree.
 */
export function joinProfiles(
  profiles: readonly ThreadProfile[],
  describe: (frame: CallFrame) => ProfiledFunction,
): CallNode {
  const root = newNode({ name: '(root)', source: null, line: null });
  const several = new Set(profiles.map(({ thread }) => thread)).size > 1;
  for (const { thread, profile } of profiles) {
    addProfile(several ? childOf(root, named(thread)) : root, profile, describe);
  }
  sumUp(root);
  return root;
}

function addProfile(
  into: CallNode,
  profile: SampledProfile,
  describe: (frame: CallFrame) => ProfiledFunction,
): void {
  const own = ownTimes(profile);
  const sampled = new Map(profile.nodes.map((node) => [node.id, node]));
  const add = (node: SampledProfile['nodes'][number], to: CallNode) => {
    const { micros = 0, samples = 0 } = own.get(node.id) ?? {};
    to.selfMicros += micros;
    to.samples += samples;
    for (const id of node.children ?? []) {
      const child = sampled.get(id);
      // Starting and stopping the profiler is no work of the case.
      if (!child || child.callFrame.url === profilerModule) continue;
      add(child, childOf(to, describe(child.callFrame)));
    }
  };
  const [root] = profile.nodes;
  if (root) add(root, into);
}

/**
 * Time and samples of each node by its id. A sample stands for the time until the next one, the last
 * for the time until the end, as the developer tools of browsers count them.
 */
function ownTimes(profile: SampledProfile): Map<number, { micros: number; samples: number }> {
  const { samples = [], timeDeltas = [], startTime, endTime } = profile;
  let at = startTime;
  const taken = samples.map((node, index) => {
    at += timeDeltas[index] ?? 0;
    return { node, at };
  });
  // Of a busy machine V8 tells samples out of order now and then.
  taken.sort((a, b) => a.at - b.at);
  const own = new Map<number, { micros: number; samples: number }>();
  for (const [index, sample] of taken.entries()) {
    const until = taken[index + 1]?.at ?? Math.max(endTime, sample.at);
    const { micros = 0, samples: before = 0 } = own.get(sample.node) ?? {};
    own.set(sample.node, { micros: micros + until - sample.at, samples: before + 1 });
  }
  return own;
}

/** Gives every node the time of all below it, drops what was never sampled, and sorts by time. */
function sumUp(node: CallNode): void {
  node.totalMicros = node.selfMicros;
  for (const child of node.children) {
    sumUp(child);
    node.totalMicros += child.totalMicros;
  }
  node.children = node.children.filter((child) => child.samples > 0 || child.children.length > 0);
  node.children.sort((a, b) => b.totalMicros - a.totalMicros || (a.name < b.name ? -1 : 1));
}

function childOf({ children }: CallNode, of: ProfiledFunction): CallNode {
  const known = children.find(
    ({ name, source, line }) => name === of.name && source === of.source && line === of.line,
  );
  if (known) return known;
  const child = newNode(of);
  children.push(child);
  return child;
}

function newNode(of: ProfiledFunction): CallNode {
  return { ...of, selfMicros: 0, totalMicros: 0, samples: 0, children: [] };
}

function named(name: string): ProfiledFunction {
  return { name, source: null, line: null };
}
