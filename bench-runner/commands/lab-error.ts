/** 1: a check failed. 2: wrong usage. 3: some cases failed. 130: interrupted, resumable. */
export type ExitCode = 1 | 2 | 3 | 130;

/** What a command throws when it cannot go on: printed with its remedy, never with a stack. */
export class LabError extends Error {
  override readonly name = 'LabError';
  readonly exitCode: ExitCode;
  /** The command, flag or file that changes the outcome. */
  readonly remedy: string | undefined;

  constructor(
    message: string,
    { exitCode, remedy, cause }: { exitCode: ExitCode; remedy?: string; cause?: unknown },
  ) {
    super(message, { cause });
    this.exitCode = exitCode;
    this.remedy = remedy;
  }
}
