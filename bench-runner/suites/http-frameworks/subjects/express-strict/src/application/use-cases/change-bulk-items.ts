import { numberedItems } from '../../domain/bulk-item.ts';
import type { BulkItemRepository } from '../ports/bulk-item-repository.ts';

export const bulkOperations = [
  'insert-individual',
  'insert-batch',
  'insert-raw',
  'update-individual',
  'update-bulk',
] as const;
export type BulkOperation = (typeof bulkOperations)[number];

export class ChangeBulkItems {
  readonly #ways: Record<BulkOperation, (count: number) => Promise<number>>;

  constructor(items: BulkItemRepository) {
    this.#ways = {
      'insert-individual': (count) => items.addOneByOne(numberedItems(count)),
      'insert-batch': (count) => items.addInBatch(numberedItems(count)),
      'insert-raw': (count) => items.addInOneStatement(numberedItems(count)),
      'update-individual': (count) => items.increaseOneByOne(count),
      'update-bulk': (count) => items.increaseAtOnce(count),
    };
  }

  /** Resolves to the number of items changed. */
  execute(operation: BulkOperation, count: number): Promise<number> {
    return this.#ways[operation](count);
  }
}
