import type { RequestHandler } from 'express';
import jwt from 'jsonwebtoken';
import { Refusal } from '../refusal.ts';

const lifetime = '15m';

export function issueToken(userId: number, secret: string): string {
  return jwt.sign({}, secret, {
    algorithm: 'HS256',
    subject: String(userId),
    expiresIn: lifetime,
  });
}

/** Lets requests with a token of ours pass that has not expired. */
export function jsonWebToken(secret: string): RequestHandler {
  return (request, response, next) => {
    const [, token = ''] = /^Bearer (\S+)$/.exec(request.get('authorization') ?? '') ?? [];
    try {
      const { sub } = jwt.verify(token, secret, { algorithms: ['HS256'] });
      response.locals.userId = Number(sub);
    } catch {
      throw new Refusal(401, 'authorization', 'must be a Bearer token that is valid');
    }
    next();
  };
}
