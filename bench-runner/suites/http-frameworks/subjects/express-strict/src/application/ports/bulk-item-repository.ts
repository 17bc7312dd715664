import type { BulkItem } from '../../domain/bulk-item.ts';

/** Each resolves to the number of items changed. */
export interface BulkItemRepository {
  clear(): Promise<number>;
  /** A statement for each, in one transaction. */
  addOneByOne(items: readonly BulkItem[]): Promise<number>;
  addInBatch(items: readonly BulkItem[]): Promise<number>;
  addInOneStatement(items: readonly BulkItem[]): Promise<number>;
  /** A statement for each of the first items, in one transaction. */
  increaseOneByOne(count: number): Promise<number>;
  increaseAtOnce(count: number): Promise<number>;
}
