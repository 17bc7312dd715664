import type { ExternalApi } from '../ports/external-api.ts';

export class AskExternalApi {
  readonly #api: ExternalApi;

  constructor(api: ExternalApi) {
    this.#api = api;
  }

  /** @throws ExternalApiFailure */
  async execute(): Promise<{ latencyMs: number; data: unknown }> {
    const start = performance.now();
    const data = await this.#api.read();
    return { latencyMs: performance.now() - start, data };
  }
}
