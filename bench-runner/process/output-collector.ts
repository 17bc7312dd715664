import { StringDecoder } from 'node:string_decoder';

const longestLine = 65_536;

/**
 * Keeps the last `limit` characters of a stream and hands its lines on as they come. Memory stays
 * bounded whatever is printed: a line of more than 65,536 characters is handed on in pieces.
 */
export class OutputCollector {
  readonly #limit: number;
  readonly #onLine: ((line: string) => void) | undefined;
  readonly #decoder = new StringDecoder('utf8');
  #kept = '';
  #line = '';
  #dropped = false;

  constructor(limit: number, onLine?: (line: string) => void) {
    this.#limit = limit;
    this.#onLine = onLine;
  }

  /** The end of what was printed, whole if `truncated` is false. */
  get text(): string {
    return this.#kept.length > this.#limit ? this.#kept.slice(-this.#limit) : this.#kept;
  }

  get truncated(): boolean {
    return this.#dropped || this.#kept.length > this.#limit;
  }

  add(chunk: Buffer): void {
    this.#take(this.#decoder.write(chunk));
  }

  /** Hands on a last line that had no line feed. */
  end(): void {
    this.#take(this.#decoder.end());
    if (this.#line !== '') this.#emit(this.#line);
    this.#line = '';
  }

  #take(text: string): void {
    this.#kept += text;
    // Cut only now and then: cutting at each chunk would copy the whole text each time.
    if (this.#kept.length > 2 * this.#limit) {
      this.#kept = this.#kept.slice(-this.#limit);
      this.#dropped = true;
    }
    if (!this.#onLine) return;
    const lines = (this.#line + text).split('\n');
    this.#line = lines.pop() ?? '';
    for (const line of lines) this.#emit(line);
    while (this.#line.length > longestLine) {
      this.#emit(this.#line.slice(0, longestLine));
      this.#line = this.#line.slice(longestLine);
    }
  }

  #emit(line: string): void {
    this.#onLine?.(line.endsWith('\r') ? line.slice(0, -1) : line);
  }
}
