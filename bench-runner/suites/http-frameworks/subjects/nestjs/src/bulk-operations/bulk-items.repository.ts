export const bulkOperations = [
  'insert-individual',
  'insert-batch',
  'insert-raw',
  'update-individual',
  'update-bulk',
] as const;
export type BulkOperation = (typeof bulkOperations)[number];

/** Each way resolves to the number of rows changed. */
export abstract class BulkItemsRepository
  implements Record<BulkOperation, (count: number) => Promise<number>>
{
  abstract clean(): Promise<number>;
  abstract 'insert-individual'(count: number): Promise<number>;
  abstract 'insert-batch'(count: number): Promise<number>;
  abstract 'insert-raw'(count: number): Promise<number>;
  abstract 'update-individual'(count: number): Promise<number>;
  abstract 'update-bulk'(count: number): Promise<number>;
}

/** Row n has the name `Item n` and the value n. */
export function bulkItems(count: number): { name: string; value: number }[] {
  return Array.from({ length: count }, (_, row) => ({ name: `Item ${row + 1}`, value: row + 1 }));
}
