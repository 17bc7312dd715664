import { type ArgumentsHost, Catch, HttpException, Logger } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';

const isClientError = (error: unknown): error is { statusCode: number; message: string } => {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500;
};

/** JSON can be read at any depth, and copied and written down to that of the stack. */
const isStackOverflow = (error: unknown) =>
  error instanceof RangeError && error.message === 'Maximum call stack size exceeded';

/** What both adapters and the parsers below them throw, told as JSON in Nest's form. */
@Catch()
export class ExceptionFilter extends BaseExceptionFilter {
  readonly #logger = new Logger(ExceptionFilter.name);

  override catch(error: unknown, host: ArgumentsHost): void {
    super.catch(this.#asHttpException(error), host);
  }

  #asHttpException(error: unknown): HttpException {
    if (error instanceof HttpException) return error;
    if (isClientError(error)) return new HttpException(error.message, error.statusCode);
    if (isStackOverflow(error)) return new HttpException('data is nested too deeply', 400);
    this.#logger.error(error instanceof Error ? error.stack : error);
    return new HttpException('Something went wrong on our side', 500);
  }
}
