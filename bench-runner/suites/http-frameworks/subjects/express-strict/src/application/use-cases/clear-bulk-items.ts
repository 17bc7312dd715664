import type { BulkItemRepository } from '../ports/bulk-item-repository.ts';

export class ClearBulkItems {
  readonly #items: BulkItemRepository;

  constructor(items: BulkItemRepository) {
    this.#items = items;
  }

  execute(): Promise<number> {
    return this.#items.clear();
  }
}
