import type { RequestHandler } from 'express';
import { Refusal } from '../refusal.ts';

const leastLength = 10;

/** Lets requests with a Bearer token of some length pass. */
export const opaqueToken: RequestHandler = (request, response, next) => {
  const [, token = ''] = /^Bearer (\S+)$/.exec(request.get('authorization') ?? '') ?? [];
  if (token.length < leastLength) {
    throw new Refusal(401, 'authorization', 'must be a Bearer token of 10 characters or more');
  }
  response.locals.token = token;
  next();
};
