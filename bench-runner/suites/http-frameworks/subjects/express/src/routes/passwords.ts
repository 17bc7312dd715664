import { Buffer } from 'node:buffer';
import { Router } from 'express';
import { z } from 'zod';
import { type Algorithm, algorithmOf, algorithms, hash, verify } from '../passwords.ts';
import { Refusal } from '../refusal.ts';
import { parse, storableText } from '../validation.ts';

/** What bcrypt reads of a password; the rest would count for nothing. */
const bcryptBytes = 72;

const Query = z.object({ algorithm: z.enum(algorithms) });
const password = storableText.min(1).max(128);
const HashBody = z.object({ password });
const VerifyBody = z.object({ password, hash: z.string() });

function refuseTooLong(algorithm: Algorithm, password: string): void {
  if (algorithm === 'bcrypt' && Buffer.byteLength(password) > bcryptBytes) {
    throw new Refusal(400, 'password', `has more than ${bcryptBytes} bytes`);
  }
}

export function passwordRoutes(): Router {
  const router = Router();

  router.post('/passwords/hash', async (request, response) => {
    const { algorithm } = parse(Query, request.query);
    const { password } = parse(HashBody, request.body);
    refuseTooLong(algorithm, password);
    const start = performance.now();
    const made = await hash(algorithm, password);
    response.json({ hash: made, elapsed_ms: performance.now() - start });
  });

  router.post('/passwords/verify', async (request, response) => {
    const { password, hash } = parse(VerifyBody, request.body);
    const algorithm = algorithmOf(hash);
    if (!algorithm) throw new Refusal(400, 'hash', 'is not one that this service makes');
    refuseTooLong(algorithm, password);
    response.json({ valid: await verify(algorithm, password, hash) });
  });

  return router;
}
