export interface BulkItem {
  readonly name: string;
  readonly value: number;
}

/** Item n has the name `Item n` and the value n. */
export function numberedItems(count: number): BulkItem[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `Item ${index + 1}`,
    value: index + 1,
  }));
}
