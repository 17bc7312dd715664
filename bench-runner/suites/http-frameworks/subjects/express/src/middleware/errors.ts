import type { ErrorRequestHandler, RequestHandler } from 'express';
import { Refusal } from '../refusal.ts';

export const noSuchPath: RequestHandler = (_request, response) => {
  response.status(404).json({ error: 'No such path' });
};

/** Errors are JSON: what the client did wrong in words, what we did wrong without. */
export const answerErrors: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error);
  if (isTooDeep(error)) return response.status(400).json({ error: 'body is nested too deeply' });
  const status = Number(error?.status ?? 500);
  if (!(status >= 400 && status < 500)) {
    console.error(error);
    return response.status(status === 502 ? 502 : 500).json({ error: 'Internal error' });
  }
  const field = error instanceof Refusal ? error.field : undefined;
  response.status(status).json({ error: error.message, field });
};

/** JSON can be parsed to depths that it cannot be written from. */
const isTooDeep = (error: unknown) =>
  error instanceof RangeError && error.message === 'Maximum call stack size exceeded';
