import { ByteStore } from './byte-store.ts';
import { ChunkedBody } from './chunked-body.ts';
import { endOfHead, type ResponseHead, readHead } from './response-head.ts';

/** Bytes of a status line with its headers at most. */
export const headLimit = 64 * 1024;
/** Bytes of a body at most. */
export const bodyLimit = 64 * 1024 * 1024;
/** Bytes of a head that is compared with the one before. */
const lastHeadLimit = 1024;

type State = 'head' | 'sized' | 'chunked' | 'until-close' | 'complete';
/** Whether an answer is there, is not yet whole, or cannot be one. */
export type Progress = 'more' | 'answer' | 'malformed';

/**
 * Reads one HTTP/1.1 answer at a time from the pieces in which it arrives (RFC 9112). An answer
 * that arrives in one piece is not copied: `headBytes` and `body` are then views of that piece.
 */
export class ResponseParser {
  readonly head: ResponseHead = { status: 0, keepAlive: true, contentLength: -1, chunked: false };
  /** What was wrong with a malformed answer. */
  problem = '';

  #state: State = 'head';
  #piece: Buffer = Buffer.alloc(0);
  #headStart = 0;
  #headEnd = 0;
  /** Holds the head once it does not lie in the piece at hand. */
  readonly #headStore = new ByteStore();
  /** The last head that arrived in one piece: many answers begin with the same bytes. */
  #lastHead = Buffer.allocUnsafe(lastHeadLimit);
  #lastHeadLength = 0;
  #bodyStart = 0;
  #bodyEnd = 0;
  /** Holds a body that arrived in several pieces or in chunks. */
  readonly #bodyStore = new ByteStore();
  readonly #chunks = new ChunkedBody();

  /** Prepares for the answer to the next request. */
  begin(): void {
    this.#state = 'head';
    this.#headStore.length = 0;
    this.#bodyStore.length = 0;
    this.#bodyStart = 0;
    this.#bodyEnd = 0;
  }

  /** Status line and headers. Valid until the next piece arrives. */
  get headBytes(): Buffer {
    if (this.#headStore.length > 0) return this.#headStore.bytes;
    return this.#piece.subarray(this.#headStart, this.#headEnd);
  }

  /** Valid until the next piece arrives. */
  get body(): Buffer {
    if (this.#bodyStore.length > 0) return this.#bodyStore.bytes;
    return this.#piece.subarray(this.#bodyStart, this.#bodyEnd);
  }

  /** Takes the first `length` bytes of a piece. Bytes after a whole answer make it malformed. */
  feed(piece: Buffer, length: number): Progress {
    this.#piece = piece;
    let position = 0;
    while (this.#state === 'head') {
      position = this.#feedHead(piece, position, length);
      if (position < 0) return 'malformed';
      if (position === length && this.#state === 'head') return 'more';
    }
    position = this.#feedBody(piece, position, length);
    if (position < 0) return 'malformed';
    if (this.#state !== 'complete') {
      // The piece will be overwritten by the next one.
      if (this.#headStore.length === 0) {
        this.#headStore.append(piece, this.#headStart, this.#headEnd);
      }
      return 'more';
    }
    if (position === length) return 'answer';
    this.problem = `${length - position} bytes after the end of the answer`;
    return 'malformed';
  }

  /** Told that the connection has ended; true where that is how this answer ends. */
  finish(): boolean {
    if (this.#state !== 'until-close') return false;
    this.#state = 'complete';
    return true;
  }

  /** @returns the position after what belongs to the head; −1 where it is malformed. */
  #feedHead(piece: Buffer, start: number, length: number): number {
    if (this.#beginsLikeLast(piece, start, length)) {
      this.#headStart = start;
      this.#headEnd = start + this.#lastHeadLength;
      return this.#chooseBody(this.#headEnd);
    }
    const kept = this.#headStore.length;
    let source = piece;
    let from = start;
    let end: number;
    if (kept > 0) {
      this.#headStore.append(piece, start, Math.min(length, start + headLimit));
      source = this.#headStore.bytes;
      from = 0;
      end = endOfHead(source, 0, source.length);
    } else {
      end = endOfHead(piece, start, length);
    }
    if ((end < 0 ? (kept || -start) + length : end - from) > headLimit) {
      return this.#malformed(`a head above ${headLimit} bytes`);
    }
    if (end < 0) {
      if (kept === 0) this.#headStore.append(piece, start, length);
      return length;
    }
    this.#lastHeadLength = 0;
    const problem = readHead(source, from, end, this.head);
    if (problem) return this.#malformed(problem);
    const after = kept > 0 ? start + end - kept : end;
    if (this.head.status < 200) return this.#skipInterim(after);
    if (kept > 0) this.#headStore.length = end;
    this.#headStart = from;
    this.#headEnd = end;
    this.#rememberHead(source, from, end);
    return this.#chooseBody(after);
  }

  /** Whether the head is the last one again, byte for byte: `head` then says what it means. */
  #beginsLikeLast(piece: Buffer, start: number, length: number): boolean {
    const same = this.#lastHeadLength;
    if (same === 0 || length - start < same || this.#headStore.length > 0) return false;
    const last = this.#lastHead;
    for (let at = 0; at < same; at += 1) if (last[at] !== piece[start + at]) return false;
    return true;
  }

  #rememberHead(source: Buffer, start: number, end: number): void {
    this.#lastHeadLength = end - start <= lastHeadLimit ? end - start : 0;
    if (this.#lastHeadLength > 0) source.copy(this.#lastHead, 0, start, end);
  }

  /** An interim answer (RFC 9110, 15.2) comes before the one that was asked for. */
  #skipInterim(after: number): number {
    if (this.head.status === 101) return this.#malformed('a switch of protocols nobody asked for');
    this.begin();
    return after;
  }

  #chooseBody(after: number): number {
    const { status, chunked, contentLength } = this.head;
    if (status === 204 || status === 304) {
      this.#state = 'complete';
    } else if (chunked) {
      this.#state = 'chunked';
      this.#chunks.begin();
    } else if (contentLength > bodyLimit) {
      return this.#malformed(`a body above ${bodyLimit} bytes`);
    } else if (contentLength >= 0) {
      this.#state = contentLength === 0 ? 'complete' : 'sized';
    } else {
      this.#state = 'until-close';
      this.head.keepAlive = false;
    }
    return after;
  }

  #feedBody(piece: Buffer, start: number, length: number): number {
    const body = this.#bodyStore;
    switch (this.#state) {
      case 'sized': {
        const missing = this.head.contentLength - body.length;
        const end = start + missing;
        if (end <= length) this.#state = 'complete';
        if (end <= length && body.length === 0) {
          this.#bodyStart = start;
          this.#bodyEnd = end;
        } else {
          body.append(piece, start, Math.min(end, length));
        }
        return Math.min(end, length);
      }
      case 'chunked': {
        const position = this.#chunks.feed(piece, start, length, body, bodyLimit);
        if (position < 0) return this.#malformed(this.#chunks.problem);
        if (this.#chunks.complete) this.#state = 'complete';
        return position;
      }
      case 'until-close':
        if (body.length + length - start > bodyLimit) {
          return this.#malformed(`a body above ${bodyLimit} bytes`);
        }
        body.append(piece, start, length);
        return length;
      default:
        return start;
    }
  }

  #malformed(problem: string): -1 {
    this.problem = problem;
    return -1;
  }
}
