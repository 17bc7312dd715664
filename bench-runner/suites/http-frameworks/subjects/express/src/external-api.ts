import { Pool } from 'undici';
import { Refusal } from './refusal.ts';

const timeoutMs = 5_000;

export interface ExternalApi {
  get(): Promise<unknown>;
  close(): Promise<void>;
}

/** Asks another service over connections that are kept. */
export function createExternalApi(url: string): ExternalApi {
  const { origin, pathname, search } = new URL(url);
  const pool = new Pool(origin, { headersTimeout: timeoutMs, bodyTimeout: timeoutMs });
  const path = pathname + search;
  return {
    get: async () => {
      try {
        const { statusCode, body } = await pool.request({ method: 'GET', path });
        if (statusCode === 200) return await body.json();
        await body.dump();
        throw new Error(`it answered ${statusCode}`);
      } catch (error) {
        throw new Refusal(502, 'source', `external failed: ${(error as Error).message}`);
      }
    },
    close: () => pool.destroy(),
  };
}
