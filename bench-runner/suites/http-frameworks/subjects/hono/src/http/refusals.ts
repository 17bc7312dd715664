import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An answer in place of the one asked for, told to the client as JSON. */
export function refusal(status: ContentfulStatusCode, error: string, field?: string) {
  return new HTTPException(status, {
    res: Response.json(field === undefined ? { error } : { error, field }, { status }),
  });
}

export const unauthorized = (error: string) => refusal(401, error, 'authorization');

/** Ends the connection too: what is left of the body would have to be read to use it again. */
export function tooLarge(most: number, field?: string) {
  const exception = refusal(413, `expected up to ${most} bytes`, field);
  exception.res?.headers.set('connection', 'close');
  return exception;
}
