/** Prints what is counted for operations whose allocation is known; run with `--expose-gc`. */
import { measureAllocation } from '../allocation.ts';
import { sink } from '../batch.ts';

const source = Buffer.alloc(65_536, 1);
const operations: Record<string, () => unknown> = {
  nothing: () => 1,
  object: () => ({ a: 1, b: 2 }),
  arrayBuffer: () => new ArrayBuffer(10_000),
  concatenation: () => Buffer.concat([source.subarray(0, 9), source]),
};

const keeping = (operation: () => unknown) => (count: number) => {
  for (let done = 0; done < count; done += 1) sink.result = operation();
  sink.result = undefined;
};

/** What the guard is there for: the same loop with its results thrown away. */
const dropping = (operation: () => unknown) => (count: number) => {
  for (let done = 0; done < count; done += 1) operation();
};

async function count(run: (count: number) => void) {
  run(200_000); // Optimised code is what could drop the work.
  return measureAllocation(run);
}

const counted: Record<string, unknown> = {};
for (const [name, operation] of Object.entries(operations)) {
  counted[name] = await count(keeping(operation));
}
counted['object dropped'] = await count(dropping(() => ({ a: 1, b: 2 })));

/** The most operations that a round was given. */
let largestRound = 0;
await measureAllocation(
  (count) => {
    largestRound = Math.max(largestRound, count);
  },
  { most: 10 },
);
counted['at most ten'] = { largestRound };
console.log(JSON.stringify(counted));
