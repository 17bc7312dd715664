export interface Hit {
  id: number;
  title: string;
}

export abstract class SearchRepository {
  /** `pattern` is one of LIKE. */
  abstract like(pattern: string, limit: number): Promise<Hit[]>;
  abstract fullText(words: string, limit: number): Promise<Hit[]>;
}
