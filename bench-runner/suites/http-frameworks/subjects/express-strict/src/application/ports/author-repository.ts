import type { Author } from '../../domain/author.ts';

export interface AuthorRepository {
  /** A query for the authors, and one for the posts of each. */
  lazy(limit: number, offset: number): Promise<Author[]>;
  /** One query with a join. */
  eager(limit: number, offset: number): Promise<Author[]>;
  /** A query for the authors, and one for the posts of them all. */
  subquery(limit: number, offset: number): Promise<Author[]>;
}
