import { ProcessTree } from './process-tree.ts';
import { LinuxTreeReader, readByPs } from './tree-reader.ts';

/** Reads what process trees that go on running have used since the meter was made. */
export interface TreeMeter {
  /** CPU of all of them, in seconds. */
  cpuSeconds(): Promise<number>;
}

/**
 * Meters the CPU of processes with their descendants, such as a database, by two readings instead
 * of sampling: what a descendant used that started and ended between them is known where its parent
 * waited for it, which servers do.
 */
export async function meterTrees(roots: readonly number[]): Promise<TreeMeter> {
  const meters = roots.map((root) => {
    const tree = new ProcessTree(root);
    const reader = new LinuxTreeReader();
    return async () => {
      tree.update(process.platform === 'linux' ? reader.read(tree, root) : await readByPs());
      return tree.usage.cpuSeconds;
    };
  });
  const read = async () => {
    let seconds = 0;
    for (const meter of meters) seconds += await meter();
    return seconds;
  };
  await read();
  return { cpuSeconds: read };
}
