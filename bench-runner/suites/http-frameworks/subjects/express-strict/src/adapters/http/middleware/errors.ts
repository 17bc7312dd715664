import type { ErrorRequestHandler, RequestHandler } from 'express';
import { DomainError, EmailTaken, ExternalApiFailure, NotFound } from '../../../domain/errors.ts';

export const noSuchPath: RequestHandler = (_request, response) => {
  response.status(404).json({ error: 'No such path' });
};

/** What the domain does not allow, in the words of HTTP. */
function statusOf(error: unknown): number {
  if (error instanceof NotFound) return 404;
  if (error instanceof EmailTaken) return 409;
  if (error instanceof DomainError) return 400;
  if (error instanceof ExternalApiFailure) return 502;
  const status = Number((error as { status?: unknown } | undefined)?.status ?? 500);
  return status >= 400 && status < 500 ? status : 500;
}

/** JSON can be read at any depth, and written down to that of the stack. */
const isStackOverflow = (error: unknown) =>
  error instanceof RangeError && error.message === 'Maximum call stack size exceeded';

export const answerErrors: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error);
  if (isStackOverflow(error))
    return response.status(400).json({ error: 'body is nested too deeply' });
  const status = statusOf(error);
  if (status === 500) {
    console.error(error);
    return response.status(500).json({ error: 'Something went wrong on our side' });
  }
  response.status(status).json({ error: error.message, field: error.field });
};
