import type { Pool } from 'pg';
import type { AuthorRepository } from '../../../application/ports/author-repository.ts';
import type { Author, Post } from '../../../domain/author.ts';
import {
  type AuthorRow,
  authorFrom,
  authorsFrom,
  authorsOfJoin,
  type JoinedRow,
  type PostRow,
} from '../author-mapper.ts';
import { Statement } from './statement.ts';

const page = new Statement<AuthorRow>(
  'author_page',
  'SELECT id, name, email FROM authors ORDER BY id LIMIT $1 OFFSET $2',
);
const postsOfOne = new Statement<Post>(
  'author_posts_of_one',
  'SELECT id, title, views FROM posts WHERE author_id = $1 ORDER BY id',
);
const postsOfAll = new Statement<PostRow>(
  'author_posts_of_all',
  'SELECT author_id, id, title, views FROM posts WHERE author_id = ANY($1) ORDER BY id',
);
const joined = new Statement<JoinedRow>(
  'author_joined',
  `SELECT a.id, a.name, a.email, p.id AS post_id, p.title, p.views
   FROM (SELECT id, name, email FROM authors ORDER BY id LIMIT $1 OFFSET $2) AS a
   LEFT JOIN posts AS p ON p.author_id = a.id
   ORDER BY a.id, p.id`,
);

export class SqlAuthorRepository implements AuthorRepository {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async lazy(limit: number, offset: number): Promise<Author[]> {
    const authors: Author[] = [];
    for (const row of await page.rows(this.#pool, [limit, offset])) {
      authors.push(authorFrom(row, await postsOfOne.rows(this.#pool, [row.id])));
    }
    return authors;
  }

  async eager(limit: number, offset: number): Promise<Author[]> {
    return authorsOfJoin(await joined.rows(this.#pool, [limit, offset]));
  }

  async subquery(limit: number, offset: number): Promise<Author[]> {
    const authors = await page.rows(this.#pool, [limit, offset]);
    return authorsFrom(authors, await postsOfAll.rows(this.#pool, [authors.map(({ id }) => id)]));
  }
}
