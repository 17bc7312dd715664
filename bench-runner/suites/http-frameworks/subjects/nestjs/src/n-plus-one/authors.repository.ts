export interface PostAnswer {
  id: number;
  title: string;
  views: number;
}

export interface AuthorAnswer {
  id: number;
  name: string;
  email: string;
  posts: PostAnswer[];
}

export abstract class AuthorsRepository {
  /** A query for the authors, and one for each. */
  abstract lazy(limit: number, offset: number): Promise<AuthorAnswer[]>;
  /** One query with a join. */
  abstract eager(limit: number, offset: number): Promise<AuthorAnswer[]>;
  /** A query for the authors, and one for the posts of them all. */
  abstract subquery(limit: number, offset: number): Promise<AuthorAnswer[]>;
}
