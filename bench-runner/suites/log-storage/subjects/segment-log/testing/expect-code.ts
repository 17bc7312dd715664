import { LogError, type LogErrorCode } from '../index.ts';

/** The error that a call fails with. @throws Error where it does not, or fails in another way. */
export async function expectCode(
  code: LogErrorCode,
  call: () => unknown | Promise<unknown>,
): Promise<LogError> {
  try {
    await call();
  } catch (error) {
    if (error instanceof LogError && error.code === code) return error;
    throw new Error(`expected the code ${code}: ${(error as Error).stack}`, { cause: error });
  }
  throw new Error(`expected the code ${code}, and nothing failed`);
}
