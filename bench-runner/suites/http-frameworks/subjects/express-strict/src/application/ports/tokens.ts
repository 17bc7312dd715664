export interface Tokens {
  issue(userId: number): string;
  /** Undefined where it is not ours, or has expired. */
  verify(token: string): number | undefined;
}
