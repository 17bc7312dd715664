import type { Author } from '../../domain/author.ts';
import type { AuthorRepository } from '../ports/author-repository.ts';

export const loadings = ['lazy', 'eager', 'subquery'] as const;
export type Loading = (typeof loadings)[number];

export class ListAuthors {
  readonly #authors: AuthorRepository;

  constructor(authors: AuthorRepository) {
    this.#authors = authors;
  }

  execute(loading: Loading, limit: number, offset: number): Promise<Author[]> {
    return this.#authors[loading](limit, offset);
  }
}
