import { Hono } from 'hono';
import { refusal } from '../http/refusals.ts';

const patienceMs = 5_000;

/** Node's `fetch` keeps its connections open. */
export const externalRoutes = (url: string) =>
  new Hono().get('/', async (c) => {
    const start = performance.now();
    const data = await fetch(url, { signal: AbortSignal.timeout(patienceMs) })
      .then((response) => {
        if (!response.ok) throw new Error(`it answered ${response.status}`);
        return response.json();
      })
      .catch((error: Error) => {
        throw refusal(502, `the external API failed: ${error.message}`);
      });
    return c.json({ source: 'external', latency_ms: performance.now() - start, data });
  });
