import {
  type CpuProfile,
  mostProfileNodes,
  type ProfiledFunction,
} from '../../results/cpu-profile.ts';
import { type CallFrame, type CallNode, joinProfiles } from './profile-tree.ts';
import type { ThreadProfile } from './protocol.ts';

/** Share of all time below which a node is not kept. */
export const leastProfileShare = 0.005;

/**
 * What was sampled in a trial as it is stored: one call tree of all threads, without the nodes that
 * have less than half a percent of the time, and then without the smallest until few enough are left.
 *
 * @param describe What a function is called in the tree, fit to be published.
 * @returns null where nothing was sampled.
 */
export function foldProfile(
  profiles: readonly ThreadProfile[],
  describe: (frame: CallFrame) => ProfiledFunction,
): Pick<CpuProfile, 'samples' | 'functions' | 'nodes' | 'pruned'> | null {
  const root = joinProfiles(profiles, describe);
  const all = [...nodesOf(root)];
  const samples = all.reduce((sum, node) => sum + node.samples, 0);
  if (samples === 0) return null;
  const kept = largest(all, root.totalMicros * leastProfileShare);
  const left = all.filter((node) => !kept.has(node));
  return {
    samples,
    ...written(root, kept),
    pruned: {
      nodes: left.length,
      selfMs: inMs(left.reduce((sum, { selfMicros }) => sum + selfMicros, 0)),
      samples: left.reduce((sum, node) => sum + node.samples, 0),
    },
  };
}

/** A node and all below it, callers first. */
function* nodesOf(node: CallNode): Generator<CallNode> {
  yield node;
  for (const child of node.children) yield* nodesOf(child);
}

/** No node is smaller than one that it called, so that callers of what is kept are kept too. */
function largest(callersFirst: readonly CallNode[], leastMicros: number): Set<CallNode> {
  const wanted = callersFirst.filter(({ totalMicros }) => totalMicros >= leastMicros);
  return new Set(
    wanted.toSorted((a, b) => b.totalMicros - a.totalMicros).slice(0, mostProfileNodes),
  );
}

function written(
  root: CallNode,
  kept: ReadonlySet<CallNode>,
): Pick<CpuProfile, 'functions' | 'nodes'> {
  const functions: ProfiledFunction[] = [];
  const nodes: CpuProfile['nodes'] = [];
  const places = new Map<string, number>();
  const placeOf = ({ name, source, line }: ProfiledFunction) => {
    const key = JSON.stringify([name, source, line]);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, functions.length);
    return functions.push({ name, source, line }) - 1;
  };
  const write = (node: CallNode, parent: number | null) => {
    if (!kept.has(node)) return;
    const { selfMicros, totalMicros, samples } = node;
    const index = nodes.push({
      parent,
      function: placeOf(node),
      selfMs: inMs(selfMicros),
      totalMs: inMs(totalMicros),
      samples,
    });
    for (const child of node.children) write(child, index - 1);
  };
  write(root, null);
  return { functions, nodes };
}

/** V8's clock counts microseconds. */
function inMs(micros: number): number {
  return Math.round(micros) / 1_000;
}
