// Ends process groups that outlive the program that started them. Reads `watch <group>` and
// `release <group>` lines; its standard input ends when that program has ended, however it did.
import { createInterface } from 'node:readline';

const groups = new Set();
for await (const line of createInterface({ input: process.stdin })) {
  const [verb, group] = line.split(' ');
  if (verb === 'watch') groups.add(Number(group));
  else groups.delete(Number(group));
}
for (const group of groups) {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // The group has ended already.
  }
}
