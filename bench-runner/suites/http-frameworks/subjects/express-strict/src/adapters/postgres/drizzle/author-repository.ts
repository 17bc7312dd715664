import { asc, eq, inArray, placeholder } from 'drizzle-orm';
import type { AuthorRepository } from '../../../application/ports/author-repository.ts';
import type { Author } from '../../../domain/author.ts';
import { authorFrom, authorsFrom, authorsOfJoin } from '../author-mapper.ts';
import type { Database } from './database.ts';
import { authors, posts } from './schema/authors.ts';

const authorColumns = { id: authors.id, name: authors.name, email: authors.email };
const postColumns = { id: posts.id, title: posts.title, views: posts.views };

const preparePostsOfOne = (database: Database) =>
  database
    .select(postColumns)
    .from(posts)
    .where(eq(posts.author_id, placeholder('author')))
    .orderBy(asc(posts.id))
    .prepare('drizzle_author_posts_of_one');

export class DrizzleAuthorRepository implements AuthorRepository {
  readonly #database: Database;
  readonly #postsOfOne: ReturnType<typeof preparePostsOfOne>;

  constructor(database: Database) {
    this.#database = database;
    this.#postsOfOne = preparePostsOfOne(database);
  }

  async lazy(limit: number, offset: number): Promise<Author[]> {
    const found: Author[] = [];
    for (const row of await this.#page(limit, offset)) {
      found.push(authorFrom(row, await this.#postsOfOne.execute({ author: row.id })));
    }
    return found;
  }

  async eager(limit: number, offset: number): Promise<Author[]> {
    const page = this.#page(limit, offset).as('page');
    const rows = await this.#database
      .select({
        id: page.id,
        name: page.name,
        email: page.email,
        post_id: posts.id,
        title: posts.title,
        views: posts.views,
      })
      .from(page)
      .leftJoin(posts, eq(posts.author_id, page.id))
      .orderBy(asc(page.id), asc(posts.id));
    return authorsOfJoin(rows);
  }

  async subquery(limit: number, offset: number): Promise<Author[]> {
    const rows = await this.#page(limit, offset);
    const ids = rows.map(({ id }) => id);
    const found = await this.#database
      .select({ ...postColumns, author_id: posts.author_id })
      .from(posts)
      .where(inArray(posts.author_id, ids))
      .orderBy(asc(posts.id));
    return authorsFrom(rows, found);
  }

  #page(limit: number, offset: number) {
    return this.#database
      .select(authorColumns)
      .from(authors)
      .orderBy(asc(authors.id))
      .limit(limit)
      .offset(offset);
  }
}
