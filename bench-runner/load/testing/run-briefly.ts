import type { HttpRequest, LoadPlan, LoadResult } from '../../define/http-load.ts';
import { type LoadOptions, runLoad } from '../run-load.ts';

/** A plan of which each iteration is one request. */
export function repeating(load: LoadPlan['load'], request: Partial<HttpRequest> = {}): LoadPlan {
  const given: HttpRequest = { name: 'get', method: 'GET', path: '/', ...request };
  return {
    load,
    *iteration() {
      yield given;
    },
  };
}

export const users = (count: number) => ({ kind: 'closed', users: count }) as const;

/** Load for a few tenths of a second, without a warm-up where none is asked for. */
export function runBriefly(
  url: string,
  plan: LoadPlan,
  options: Partial<LoadOptions> = {},
): Promise<LoadResult> {
  return runLoad({ url, plan, seed: 7, warmUpMs: 0, measureMs: 300, ...options });
}
