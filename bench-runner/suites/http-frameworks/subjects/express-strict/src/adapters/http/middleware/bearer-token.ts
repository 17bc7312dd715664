import type { Request, RequestHandler } from 'express';
import type { Tokens } from '../../../application/ports/tokens.ts';
import { Refusal } from '../refusal.ts';

const shortest = 10;

const tokenOf = (request: Request) =>
  /^Bearer (\S+)$/.exec(request.get('authorization') ?? '')?.[1] ?? '';

/** Lets requests with a token of some length pass. */
export const opaqueToken: RequestHandler = (request, response, next) => {
  const token = tokenOf(request);
  if (token.length < shortest) {
    throw new Refusal(401, 'authorization', `must be a bearer token of ${shortest} characters`);
  }
  response.locals.user = `user_from_token_${token.slice(0, 8)}`;
  next();
};

/** Lets requests with a token of ours pass that has not expired. */
export const ownToken =
  (tokens: Tokens): RequestHandler =>
  (request, response, next) => {
    const userId = tokens.verify(tokenOf(request));
    if (userId === undefined) {
      throw new Refusal(401, 'authorization', 'must be a bearer token that is valid');
    }
    response.locals.userId = userId;
    next();
  };
