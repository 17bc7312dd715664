import type { BulkItem } from './store.ts';

/** Row n has the name `Item n` and the value n. */
export function madeUpItems(count: number): BulkItem[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `Item ${index + 1}`,
    value: index + 1,
  }));
}
