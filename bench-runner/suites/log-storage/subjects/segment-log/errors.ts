/** What went wrong with a log; `code` tells programs, the message tells people what to do. */
export type LogErrorCode =
  | 'corrupt'
  | 'closed'
  | 'disk-full'
  | 'invalid'
  | 'locked'
  | 'offset-out-of-range'
  | 'partition-out-of-range'
  | 'read-only'
  | 'too-many-open-files'
  | 'topic-exists'
  | 'unknown-topic'
  | 'io';

export class LogError extends Error {
  readonly code: LogErrorCode;
  constructor(code: LogErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'LogError';
    this.code = code;
  }
}

/** Bytes that are no whole batch where one must be; tells where. */
export class CorruptLogError extends LogError {
  /** File name of the segment. */
  readonly segment: string;
  /** Byte position of the batch in the segment. */
  readonly position: number;
  /** First offset that cannot be read. */
  readonly offset: number;
  constructor(where: { segment: string; position: number; offset: number }, reason: string) {
    super(
      'corrupt',
      `${where.segment} is corrupt at byte ${where.position}, offset ${where.offset}: ${reason}; restore the segment from a copy, or delete it to lose its records`,
    );
    this.name = 'CorruptLogError';
    this.segment = where.segment;
    this.position = where.position;
    this.offset = where.offset;
  }
}

/** An error of a file call as an error of the log. */
export function fromSystem(error: unknown, doing: string): LogError {
  if (error instanceof LogError) return error;
  const code = (error as NodeJS.ErrnoException | null)?.code;
  const cause = { cause: error };
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new LogError(
        'disk-full',
        `no space to ${doing} (${code}): free space or raise the limit, and append again; what was acknowledged is kept`,
        cause,
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new LogError(
        'read-only',
        `not allowed to ${doing} (${code}): give this user the right to write, or open with readOnly`,
        cause,
      );
    case 'EMFILE':
    case 'ENFILE':
      return new LogError(
        'too-many-open-files',
        `too many open files to ${doing} (${code}): raise the limit (ulimit -n), use larger segments, or close logs`,
        cause,
      );
    default:
      return new LogError('io', `could not ${doing}: ${(error as Error)?.message ?? error}`, cause);
  }
}
