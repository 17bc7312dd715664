import type { ColumnReader, Width } from '../ports/column-reader.ts';

export class ReadColumns {
  readonly #columns: ColumnReader;

  constructor(columns: ColumnReader) {
    this.#columns = columns;
  }

  execute(width: Width, limit: number): Promise<Record<string, unknown>[]> {
    return this.#columns.first(width, limit);
  }
}
