export type CommandErrorCode = 'not-found' | 'not-started' | 'timed-out' | 'aborted';

/** A command that could not be started or was ended before its time. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly code: CommandErrorCode;
  /** What it had printed until then. */
  readonly stdout: string;
  readonly stderr: string;

  constructor(
    code: CommandErrorCode,
    message: string,
    output: { stdout?: string; stderr?: string; cause?: unknown } = {},
  ) {
    super(message, { cause: output.cause });
    this.code = code;
    this.stdout = output.stdout ?? '';
    this.stderr = output.stderr ?? '';
  }
}
