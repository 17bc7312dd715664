export interface ExternalApi {
  /** @throws ExternalApiFailure */
  read(): Promise<unknown>;
}
