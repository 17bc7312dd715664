import jwt from 'jsonwebtoken';
import type { Tokens } from '../../application/ports/tokens.ts';

const algorithm = 'HS256';

export class JsonWebTokens implements Tokens {
  readonly #secret: string;

  constructor(secret: string) {
    this.#secret = secret;
  }

  issue(userId: number): string {
    return jwt.sign({}, this.#secret, { algorithm, subject: String(userId), expiresIn: '15m' });
  }

  verify(token: string): number | undefined {
    try {
      const { sub } = jwt.verify(token, this.#secret, { algorithms: [algorithm] });
      const userId = Number(sub);
      return Number.isSafeInteger(userId) ? userId : undefined;
    } catch {
      return undefined;
    }
  }
}
