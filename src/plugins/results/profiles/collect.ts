import type { CpuProfile, ProfiledFunction } from '../../../../bench-runner/results/cpu-profile.ts';
import type { ResultDocument, Scenario } from '../../../../bench-runner/results/schema.ts';
import { parameterSets, subjectTitle } from '../charts/parameter-sets.ts';
import type { CodeOwner, FlameFrame, HotFunction, ProfiledCase, ProfileFile } from './types.ts';

/** Functions that a table shows. */
const mostFunctions = 10;

/** A scenario's profiles by case: what the page holds at once, and the file it fetches. */
export function collectProfiles(
  document: ResultDocument,
  scenario: Scenario,
): { cases: ProfiledCase[]; file: ProfileFile } {
  const cases: ProfiledCase[] = [];
  const file: ProfileFile = {};
  for (const { cases: measured, title } of parameterSets(document, scenario)) {
    for (const { subject, cpuProfile } of measured) {
      if (!cpuProfile) continue;
      const id = `profile-${cases.length + 1}`;
      const { samples, pruned, nodes, foreignCpuShare } = cpuProfile;
      cases.push({
        id,
        subject: subjectTitle(document, subject),
        parameters: scenario.axes.length > 0 ? title : '',
        totalMs: nodes[0]?.totalMs ?? 0,
        samples,
        foreignCpuShare,
        pruned: { nodes: pruned.nodes, selfMs: pruned.selfMs },
        levels: Math.max(...levelsOf(cpuProfile)),
        hottest: hottestOf(cpuProfile),
      });
      const root = frames(cpuProfile)[0];
      if (root) file[id] = root;
    }
  }
  return { cases, file };
}

/** The level of each node, 1 for the root. */
function levelsOf({ nodes }: CpuProfile): number[] {
  const levels: number[] = [];
  for (const { parent } of nodes) levels.push(parent === null ? 1 : (levels[parent] ?? 0) + 1);
  return levels;
}

function frames({ nodes, functions }: CpuProfile): FlameFrame[] {
  const all: FlameFrame[] = [];
  for (const { parent, function: place, selfMs, totalMs, samples } of nodes) {
    const of = functions[place] ?? { name: '', source: null, line: null };
    const frame = { ...described(of), value: totalMs, selfMs, samples, children: [] };
    all.push(frame);
    if (parent !== null) all[parent]?.children.push(frame);
  }
  return all;
}

function hottestOf(profile: CpuProfile): HotFunction[] {
  const { nodes, functions } = profile;
  const hot = functions.map((of) => ({ ...described(of), selfMs: 0, totalMs: 0, samples: 0 }));
  for (const [index, node] of nodes.entries()) {
    const of = hot[node.function];
    if (!of) continue;
    of.selfMs += node.selfMs;
    of.samples += node.samples;
    if (!callsItself(profile, index)) of.totalMs += node.totalMs;
  }
  return hot
    .filter(({ samples }) => samples > 0)
    .sort((a, b) => b.selfMs - a.selfMs)
    .slice(0, mostFunctions);
}

/** Whether a node lies below another one of the same function. */
function callsItself({ nodes }: CpuProfile, index: number): boolean {
  const own = nodes[index]?.function;
  for (let at = nodes[index]?.parent ?? null; at !== null; at = nodes[at]?.parent ?? null) {
    if (nodes[at]?.function === own) return true;
  }
  return false;
}

function described({ name, source, line }: ProfiledFunction) {
  const place = source === null || line === null ? source : `${source}:${line}`;
  return { name, place, owner: ownerOf(source) };
}

function ownerOf(source: string | null): CodeOwner {
  if (source === null) return 'engine';
  if (source.startsWith('node:')) return 'node';
  if (/(?:^|\/)subjects\/[^/]+\//.test(source)) return 'subject';
  return /^bench-runner\/|(?:^|\/)scenarios\//.test(source) ? 'runner' : 'package';
}
