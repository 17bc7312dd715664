/** The part of the package that is used; it is installed in this folder only. */
declare module 'classic-level' {
  export interface WriteOptions {
    /** Resolves when the write, and all before it, are on the disk. */
    sync?: boolean;
  }

  export interface RangeOptions {
    gte?: Buffer;
    limit?: number;
    reverse?: boolean;
    /** Bytes of entries after which `nextv` returns what it has read. */
    highWaterMarkBytes?: number;
  }

  export interface EntryIterator {
    nextv(size: number): Promise<[Buffer, Buffer][]>;
    close(): Promise<void>;
  }

  export interface KeyIterator {
    next(): Promise<Buffer | undefined>;
    close(): Promise<void>;
  }

  export type BatchOperation =
    | { type: 'put'; key: Buffer; value: Buffer }
    | { type: 'del'; key: Buffer };

  export class ClassicLevel {
    constructor(
      location: string,
      options: {
        keyEncoding: 'buffer';
        valueEncoding: 'buffer';
        /** Lets several threads of a process open the same folder. */
        multithreading: boolean;
      },
    );
    open(): Promise<void>;
    put(key: Buffer, value: Buffer, options: WriteOptions): Promise<void>;
    batch(operations: readonly BatchOperation[], options: WriteOptions): Promise<void>;
    getSync(key: Buffer): Buffer | undefined;
    iterator(options: RangeOptions): EntryIterator;
    keys(options: RangeOptions): KeyIterator;
    compactRange(start: Buffer, end: Buffer): Promise<void>;
    close(): Promise<void>;
  }
}
