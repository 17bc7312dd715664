import { Assembly, heldByReference } from './assembly.ts';
import { FrameError, type FrameErrorCode } from './errors.ts';
import { frameTypes, headerBytes, maximumLength, readUint32 } from './frame.ts';

/** Takes what a reader delivers; must not throw. */
export interface MessageHandlers {
  /** A whole message, as pieces in order. Their memory belongs to the receiver. */
  message(pieces: readonly Uint8Array[], id: number): void;
  /** The writer withdrew a message that it had begun. */
  aborted?(id: number): void;
}

/** Bounds on what one stream may make its reader hold. */
export interface ReaderLimits {
  /** Messages begun and not ended, at most; each may hold 8 KB beyond what is counted below. */
  openFrames: number;
  /** Bytes of memory held for messages not yet ended, over all of them. */
  bufferedBytes: number;
}

export const defaultLimits: ReaderLimits = { openFrames: 1024, bufferedBytes: 64 * 1024 * 1024 };

/**
 * Puts messages together again from a stream of frames that may be cut anywhere. Memory is bounded
 * by its limits: open messages and part of one header (9 bytes) are all it holds.
 *
 * The first breach of the protocol is thrown as a {@link FrameError}; the reader then lets go of
 * everything it held and throws the same error whenever it is used again.
 */
export class MessageReader {
  readonly #handlers: MessageHandlers;
  readonly #limits: ReaderLimits;
  readonly #open = new Map<number, Assembly>();
  readonly #header = Buffer.alloc(headerBytes);
  #headerHeld = 0;
  #bufferedBytes = 0;
  #id = 0;
  #current: Assembly | undefined;
  #remaining = 0;
  #failure: FrameError | undefined;

  constructor(handlers: MessageHandlers, limits: ReaderLimits = defaultLimits) {
    this.#handlers = handlers;
    this.#limits = limits;
  }

  /** Messages begun and not ended. */
  get openFrames(): number {
    return this.#open.size;
  }

  /** Bytes of memory held for open messages. */
  get bufferedBytes(): number {
    return this.#bufferedBytes;
  }

  /**
   * Takes the next bytes of the stream, of any length.
   * @param owned whether the bytes will stay as they are, as those that a socket delivers do: large
   * pieces are then kept by reference. Otherwise everything kept is copied.
   * @throws {FrameError} at the first breach of the protocol.
   */
  push(bytes: Uint8Array, owned = false): void {
    if (this.#failure !== undefined) throw this.#failure;
    let offset = 0;
    while (offset < bytes.length) {
      if (this.#remaining > 0) {
        const end = Math.min(bytes.length, offset + this.#remaining);
        this.#append(bytes.subarray(offset, end), owned);
        this.#remaining -= end - offset;
        offset = end;
      } else if (this.#headerHeld === 0 && bytes.length - offset >= headerBytes) {
        const behind = this.#wholeMessage(bytes, offset, owned);
        if (behind === offset) this.#frame(bytes, offset);
        offset = behind === offset ? offset + headerBytes : behind;
      } else {
        const end = Math.min(bytes.length, offset + headerBytes - this.#headerHeld);
        this.#header.set(bytes.subarray(offset, end), this.#headerHeld);
        this.#headerHeld += end - offset;
        offset = end;
        if (this.#headerHeld === headerBytes) {
          this.#headerHeld = 0;
          this.#frame(this.#header, 0);
        }
      }
    }
  }

  /**
   * The stream has ended.
   * @throws {FrameError} `truncated-stream` if it ended within a frame or a message.
   */
  finish(): void {
    if (this.#failure !== undefined) throw this.#failure;
    if (this.#headerHeld > 0) {
      this.#fail('truncated-stream', `ended after ${this.#headerHeld} of 9 bytes of a header`);
    }
    if (this.#remaining > 0) {
      this.#fail('truncated-stream', `ended ${this.#remaining} bytes before the end of a frame`);
    }
    if (this.#open.size > 0) {
      this.#fail('truncated-stream', `ended with ${this.#open.size} messages begun and not ended`);
    }
  }

  /**
   * The short way for a valid message that lies whole in the bytes at hand, in one data frame.
   * Returns the offset behind it, or `offset` where frames must be taken one by one.
   */
  #wholeMessage(bytes: Uint8Array, offset: number, owned: boolean): number {
    const data = offset + headerBytes;
    const payload = data + headerBytes;
    if (bytes.length < payload + headerBytes || bytes[offset] !== frameTypes.start) return offset;
    if (bytes[data] !== frameTypes.data || readUint32(bytes, offset + 5) !== 0) return offset;
    const length = readUint32(bytes, data + 5);
    const end = payload + length;
    if (length > maximumLength || end + headerBytes > bytes.length) return offset;
    if (bytes[end] !== frameTypes.end || readUint32(bytes, end + 5) !== 0) return offset;
    const id = readUint32(bytes, offset + 1);
    if (readUint32(bytes, data + 1) !== id || readUint32(bytes, end + 1) !== id) return offset;
    if (this.#open.size >= this.#limits.openFrames || this.#open.has(id)) return offset;
    const piece = bytes.subarray(payload, end);
    const kept = owned && heldByReference(bytes, length) !== undefined;
    this.#handlers.message([kept ? piece : Buffer.from(piece)], id);
    return end + headerBytes;
  }

  #frame(source: Uint8Array, offset: number): void {
    const type = source[offset]!;
    const id = readUint32(source, offset + 1);
    const length = readUint32(source, offset + 5);
    if (type < frameTypes.start || type > frameTypes.abort) {
      this.#fail('unknown-type', `frame type ${type}: expected 1 start, 2 data, 3 end or 4 abort`);
    }
    if (length > maximumLength) {
      this.#fail('length-over-limit', `frame of ${length} bytes: at most ${maximumLength}`);
    }
    if (type === frameTypes.data) {
      this.#data(id, length);
      return;
    }
    if (length > 0) {
      this.#fail('control-with-payload', `frame type ${type} with ${length} bytes: expected none`);
    }
    if (type === frameTypes.start) this.#start(id);
    else this.#close(type, id);
  }

  #close(type: number, id: number): void {
    const assembly = this.#known(id);
    this.#open.delete(id);
    this.#bufferedBytes -= assembly.held;
    if (type === frameTypes.end) this.#handlers.message(assembly.take(), id);
    else this.#handlers.aborted?.(id);
  }

  #start(id: number): void {
    if (this.#open.has(id)) {
      this.#fail('duplicate-start', `frame ${id} begins again before it has ended`);
    }
    if (this.#open.size >= this.#limits.openFrames) {
      const limit = this.#limits.openFrames;
      this.#fail('too-many-open-frames', `frame ${id} begins while ${limit} are open, the limit`);
    }
    this.#open.set(id, new Assembly());
  }

  #data(id: number, length: number): void {
    const assembly = this.#known(id);
    if (assembly.length + length > maximumLength) {
      this.#fail('message-over-limit', `message of frame ${id} exceeds ${maximumLength} bytes`);
    }
    this.#id = id;
    this.#current = assembly;
    this.#remaining = length;
  }

  #append(piece: Uint8Array, owned: boolean): void {
    const assembly = this.#current!;
    const before = assembly.held;
    const held = owned ? heldByReference(piece, piece.length) : undefined;
    if (held === undefined) assembly.copy(piece);
    else assembly.keep(piece, held);
    this.#bufferedBytes += assembly.held - before;
    if (this.#bufferedBytes > this.#limits.bufferedBytes) {
      this.#fail(
        'buffered-over-limit',
        `frame ${this.#id} needs more than the ${this.#limits.bufferedBytes} bytes allowed for open messages`,
      );
    }
  }

  #known(id: number): Assembly {
    const assembly = this.#open.get(id);
    if (assembly === undefined) this.#fail('unknown-frame', `frame ${id} was never begun`);
    return assembly;
  }

  #fail(code: FrameErrorCode, message: string): never {
    this.#failure = new FrameError(code, message, [...this.#open.keys()]);
    this.#open.clear();
    this.#current = undefined;
    this.#bufferedBytes = 0;
    this.#remaining = 0;
    this.#headerHeld = 0;
    throw this.#failure;
  }
}
