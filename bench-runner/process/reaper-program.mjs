// Ends process groups that outlive the program that started them. Reads `watch <group>` and
// `release <group>` lines; its standard input ends when that program has ended, however it did.
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const groups = new Set();
for await (const line of createInterface({ input: process.stdin })) {
  const [verb, group] = line.split(' ');
  if (verb === 'watch') groups.add(Number(group));
  else groups.delete(Number(group));
}
// Before anything is killed: a child whose parent has ended is nobody's any more.
const members = [...groups].flatMap((group) => [-group, ...descendants(group)]);
for (const member of members) {
  try {
    process.kill(member, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

/** Pids below the leader of a group (Linux only): a database has its processes in groups of their own. */
function descendants(group) {
  const table = readProcesses();
  const below = [];
  const generation = table.filter((each) => each.pid === group && each.group === group);
  for (let parent = generation.pop(); parent; parent = generation.pop()) {
    const children = table.filter((each) => each.parent === parent.pid);
    below.push(...children.map((each) => each.pid));
    generation.push(...children);
  }
  return below;
}

function readProcesses() {
  try {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return pids.flatMap((pid) => readStat(Number(pid)));
  } catch {
    return [];
  }
}

function readStat(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name, which may hold spaces and parentheses, ends at the last parenthesis.
    const [, parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return [{ pid, parent: Number(parent), group: Number(group) }];
  } catch {
    return [];
  }
}
