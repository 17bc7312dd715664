import { Pool } from 'undici';
import type { ExternalApi } from '../../application/ports/external-api.ts';
import { ExternalApiFailure } from '../../domain/errors.ts';

const patienceMs = 5_000;

/** Asks over connections that are kept. */
export class HttpExternalApi implements ExternalApi {
  readonly #pool: Pool;
  readonly #path: string;

  constructor(url: string) {
    const { origin, pathname, search } = new URL(url);
    this.#pool = new Pool(origin, { headersTimeout: patienceMs, bodyTimeout: patienceMs });
    this.#path = pathname + search;
  }

  async read(): Promise<unknown> {
    try {
      const { statusCode, body } = await this.#pool.request({ method: 'GET', path: this.#path });
      if (statusCode === 200) return await body.json();
      await body.dump();
      throw new Error(`it answered ${statusCode}`);
    } catch (error) {
      throw new ExternalApiFailure(`The external API failed: ${(error as Error).message}`);
    }
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }
}
