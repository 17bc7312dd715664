export interface BulkItem {
  name: string;
  value: number;
}

/** What an insert of `count` rows inserts. */
export function bulkItems(count: number): BulkItem[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `Item ${index + 1}`,
    value: index + 1,
  }));
}
