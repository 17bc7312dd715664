import type { ByteStore } from './byte-store.ts';

const lineFeed = 10;
const carriageReturn = 13;
/** Bytes of a line (a size with its extensions, or a trailer) at most. */
const lineLimit = 4096;

type State = 'size' | 'extension' | 'data' | 'data-end' | 'trailers' | 'complete';

/** Reads a body in chunks (RFC 9112, 7.1) piece by piece. */
export class ChunkedBody {
  /** What was wrong, once `feed` has returned −1. */
  problem = '';
  #state: State = 'size';
  /** Digits of a size read so far; bytes of a line otherwise. */
  #lineLength = 0;
  #size = 0;

  begin(): void {
    this.#state = 'size';
    this.#lineLength = 0;
    this.#size = 0;
  }

  get complete(): boolean {
    return this.#state === 'complete';
  }

  /** @returns the position after what belongs to the body; −1 where it is malformed. */
  feed(piece: Buffer, start: number, end: number, body: ByteStore, limit: number): number {
    let position = start;
    while (position < end && this.#state !== 'complete') {
      if (this.#state === 'data') {
        const taken = Math.min(this.#size, end - position);
        body.append(piece, position, position + taken);
        position += taken;
        this.#size -= taken;
        if (this.#size === 0) this.#enter('data-end');
        continue;
      }
      const byte = piece[position] as number;
      position += 1;
      if (!this.#take(byte)) return -1;
      if (body.length + this.#size > limit) return this.#malformed(`a body above ${limit} bytes`);
    }
    return position;
  }

  #take(byte: number): boolean {
    if (byte === lineFeed) return this.#endLine();
    if (byte === carriageReturn) return true;
    this.#lineLength += 1;
    if (this.#lineLength > lineLimit) {
      this.#malformed(`a line above ${lineLimit} bytes in a chunked body`);
      return false;
    }
    if (this.#state === 'data-end') {
      this.#malformed('a chunk longer than its size');
      return false;
    }
    if (this.#state !== 'size') return true;
    const digit = hexadecimal(byte);
    if (digit >= 0 && this.#lineLength <= 8) {
      this.#size = this.#size * 16 + digit;
    } else if (this.#lineLength > 1 && (byte === 59 || byte === 32 || byte === 9)) {
      this.#state = 'extension';
    } else {
      this.#malformed('a chunk without a hexadecimal size');
      return false;
    }
    return true;
  }

  #endLine(): boolean {
    if (this.#state === 'trailers') {
      // The answer ends with an empty line.
      this.#enter(this.#lineLength === 0 ? 'complete' : 'trailers');
    } else if (this.#state === 'data-end') {
      this.#enter('size');
    } else if (this.#lineLength === 0) {
      this.#malformed('a chunk without a hexadecimal size');
      return false;
    } else {
      this.#enter(this.#size === 0 ? 'trailers' : 'data');
    }
    return true;
  }

  #enter(state: State): void {
    this.#state = state;
    this.#lineLength = 0;
  }

  #malformed(problem: string): -1 {
    this.problem = problem;
    return -1;
  }
}

function hexadecimal(byte: number): number {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}
