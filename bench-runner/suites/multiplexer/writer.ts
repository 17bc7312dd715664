/** Settings that a scenario may turn; a writer ignores those it has no use for. */
export interface WriterOptions {
  /** Longest message, in bytes, that `hybrid` gives to `original`'s path. */
  threshold?: number;
  /** Which of its two layers `hybrid` keeps: the threshold check, the call through a delegate, both. */
  layers?: 'check' | 'indirection' | 'both';
}

/** Splits messages into frames and hands the frames to a sink. */
export interface MessageWriter {
  /**
   * Writes a whole message, given by reference: its bytes stay unchanged until the sink has taken
   * them. Returns false when the sink asks to wait, as a Node.js stream does.
   */
  write(message: Uint8Array): boolean;
  /** Begins a message written in pieces and returns its frame id. */
  begin(): number;
  data(id: number, piece: Uint8Array): boolean;
  end(id: number): boolean;
  /** Withdraws a message that was begun. */
  abort(id: number): boolean;
  /** Hands over what is still gathered, if anything. */
  flush(): void;
}
