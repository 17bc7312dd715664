/** A request that breaks the protocol; the connection is closed after saying so. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
}

export const limits = {
  /** Words of one command. */
  words: 100_000,
  /** Bytes of one word. */
  wordBytes: 16 * 1024 * 1024,
  /** Bytes of all words of one command. */
  commandBytes: 64 * 1024 * 1024,
  /** Bytes of a line that tells a length or is a command by itself. */
  lineBytes: 64 * 1024,
} as const;

const carriageReturn = 0x0d;
const lineFeed = 0x0a;
const asterisk = 0x2a;
const dollar = 0x24;
const nothing = Buffer.alloc(0);

/**
 * Cuts a stream of bytes into commands (the requests of RESP2 and RESP3, and inline commands), from
 * chunks that may end anywhere. What is kept between chunks is bounded by `limits`.
 */
export class RequestParser {
  #chunks: Buffer[] = [];
  #size = 0;
  /** Bytes that must have arrived before it is worth looking again. */
  #needed = 1;
  #words: Buffer[] = [];
  #wordsLeft = 0;
  #commandBytes = 0;
  /** Length of the word that comes next; null while its length has not been read. */
  #wordLength: number | null = null;

  /**
   * @returns the commands that are complete now, each as its words.
   * @throws ProtocolError; the parser cannot be used any more then.
   */
  push(chunk: Buffer): Buffer[][] {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    if (this.#size < this.#needed) return [];
    const bytes = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks);
    const commands: Buffer[][] = [];
    const used = this.#parse(bytes, commands);
    // A copy: a rest of a few bytes must not keep the whole chunk.
    const rest = used === bytes.length ? nothing : Buffer.from(bytes.subarray(used));
    this.#chunks = rest.length === 0 ? [] : [rest];
    this.#size = rest.length;
    return commands;
  }

  #parse(bytes: Buffer, commands: Buffer[][]): number {
    let at = 0;
    for (;;) {
      if (this.#wordLength !== null) {
        const end = at + this.#wordLength;
        if (bytes.length < end + 2) return this.#wait(at, this.#wordLength + 2);
        if (bytes[end] !== carriageReturn || bytes[end + 1] !== lineFeed) {
          throw new ProtocolError('expected CRLF after a bulk string');
        }
        this.#words.push(Buffer.from(bytes.subarray(at, end)));
        this.#wordLength = null;
        this.#wordsLeft -= 1;
        at = end + 2;
        if (this.#wordsLeft === 0) commands.push(this.#takeWords());
        continue;
      }
      const lineEnd = bytes.indexOf(lineFeed, at);
      if (
        lineEnd - at > limits.lineBytes ||
        (lineEnd < 0 && bytes.length - at > limits.lineBytes)
      ) {
        throw new ProtocolError('too big inline request');
      }
      if (lineEnd < 0) return this.#wait(at, bytes.length - at + 1);
      const line = bytes.toString(
        'latin1',
        at,
        bytes[lineEnd - 1] === carriageReturn ? Math.max(at, lineEnd - 1) : lineEnd,
      );
      const kind = bytes[at];
      at = lineEnd + 1;
      if (this.#wordsLeft > 0) this.#readWordLength(kind, line);
      else if (kind === asterisk) this.#readWordCount(line);
      else this.#readInline(line, commands);
    }
  }

  #wait(at: number, needed: number): number {
    this.#needed = needed;
    return at;
  }

  #readWordCount(line: string): void {
    const count = lengthIn(line);
    if (count === undefined || count > limits.words) {
      throw new ProtocolError('invalid multibulk length');
    }
    this.#wordsLeft = Math.max(0, count);
  }

  #readWordLength(kind: number | undefined, line: string): void {
    if (kind !== dollar) throw new ProtocolError(`expected '$', got '${line.charAt(0) || ' '}'`);
    const length = lengthIn(line);
    if (length === undefined || length < 0 || length > limits.wordBytes) {
      throw new ProtocolError('invalid bulk length');
    }
    this.#commandBytes += length;
    if (this.#commandBytes > limits.commandBytes) throw new ProtocolError('too big request');
    this.#wordLength = length;
  }

  #readInline(line: string, commands: Buffer[][]): void {
    const words = line.split(/[ \t]+/).filter((word) => word !== '');
    if (words.length > 0) commands.push(words.map((word) => Buffer.from(word, 'latin1')));
  }

  #takeWords(): Buffer[] {
    const words = this.#words;
    this.#words = [];
    this.#commandBytes = 0;
    return words;
  }
}

function lengthIn(line: string): number | undefined {
  return /^.-?\d{1,10}$/.test(line) ? Number(line.slice(1)) : undefined;
}
