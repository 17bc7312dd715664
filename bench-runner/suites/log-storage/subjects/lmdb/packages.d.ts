/** The part of the package that is used; it is installed in this folder only. */
declare module 'lmdb' {
  export interface DatabaseOptions {
    path: string;
    encoding: 'binary';
    /** Commits are written to the file but not synced to the disk. */
    noSync?: boolean;
    /** A commit is synced after it has become visible; `flushed` tells when. */
    overlappingSync?: boolean;
    readOnly?: boolean;
  }

  export interface RangeOptions {
    start?: number;
    limit?: number;
    reverse?: boolean;
  }

  /** Sizes of the tree of a database; pages are counted. */
  export interface Statistics {
    pageSize: number;
    treeBranchPageCount: number;
    treeLeafPageCount: number;
    overflowPages: number;
  }

  export interface Database {
    /** Within a transaction at once; otherwise in the transaction of this turn of the event loop. */
    put(key: number, value: Uint8Array, options: { append: boolean }): Promise<boolean>;
    remove(key: number): Promise<boolean>;
    transactionSync<T>(action: () => T): T;
    /** A view that is valid until the next call, as long as its `length` says. */
    getBinaryFast(key: number): Buffer | undefined;
    getRange(options: RangeOptions): Iterable<{ key: number; value: Buffer }>;
    getKeys(options: RangeOptions): Iterable<number>;
    /** Resolves when everything written until then is on the disk. */
    readonly flushed: PromiseLike<unknown>;
    getStats(): Statistics;
    close(): Promise<void>;
  }

  export function open(options: DatabaseOptions): Database;
}
