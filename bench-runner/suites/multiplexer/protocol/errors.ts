/** What can be wrong with a stream of frames. */
export type FrameErrorCode =
  | 'unknown-type'
  | 'length-over-limit'
  | 'message-over-limit'
  | 'control-with-payload'
  | 'unknown-frame'
  | 'duplicate-start'
  | 'too-many-open-frames'
  | 'buffered-over-limit'
  | 'truncated-stream';

/** The stream breaks the protocol; nothing after it can be trusted, so its reader stops for good. */
export class FrameError extends Error {
  override readonly name = 'FrameError';

  constructor(
    readonly code: FrameErrorCode,
    message: string,
    /** Frame ids of the messages that had begun and are lost with the stream. */
    readonly lost: readonly number[] = [],
  ) {
    super(message);
  }
}
