import { asc, eq, inArray, placeholder } from 'drizzle-orm';
import type { AuthorRepository } from '../../../application/ports/author-repository.ts';
import type { Author } from '../../../domain/author.ts';
import { authorFrom, authorsFrom } from '../author-mapper.ts';
import type { Database } from './database.ts';
import { authors, posts } from './schema/authors.ts';

const authorColumns = { id: authors.id, name: authors.name, email: authors.email };
const postColumns = { id: posts.id, title: posts.title, views: posts.views };

const prepare = (database: Database) => ({
  page: database
    .select(authorColumns)
    .from(authors)
    .orderBy(asc(authors.id))
    .limit(placeholder('limit'))
    .offset(placeholder('offset'))
    .prepare('drizzle_author_page'),
  postsOfOne: database
    .select(postColumns)
    .from(posts)
    .where(eq(posts.author_id, placeholder('author')))
    .orderBy(asc(posts.id))
    .prepare('drizzle_author_posts_of_one'),
  // A relation loaded with its owner: Drizzle writes one lateral join.
  withPosts: database.query.authors
    .findMany({
      columns: { id: true, name: true, email: true },
      with: {
        posts: { columns: { id: true, title: true, views: true }, orderBy: asc(posts.id) },
      },
      orderBy: asc(authors.id),
      limit: placeholder('limit'),
      offset: placeholder('offset'),
    })
    .prepare('drizzle_author_with_posts'),
});

export class DrizzleAuthorRepository implements AuthorRepository {
  readonly #database: Database;
  readonly #queries: ReturnType<typeof prepare>;

  constructor(database: Database) {
    this.#database = database;
    this.#queries = prepare(database);
  }

  async lazy(limit: number, offset: number): Promise<Author[]> {
    const found: Author[] = [];
    for (const row of await this.#queries.page.execute({ limit, offset })) {
      found.push(authorFrom(row, await this.#queries.postsOfOne.execute({ author: row.id })));
    }
    return found;
  }

  async eager(limit: number, offset: number): Promise<Author[]> {
    const rows = await this.#queries.withPosts.execute({ limit, offset });
    return rows.map((row) => authorFrom(row, row.posts));
  }

  async subquery(limit: number, offset: number): Promise<Author[]> {
    const rows = await this.#queries.page.execute({ limit, offset });
    const ids = rows.map(({ id }) => id);
    const found = await this.#database
      .select({ ...postColumns, author_id: posts.author_id })
      .from(posts)
      .where(inArray(posts.author_id, ids))
      .orderBy(asc(posts.id));
    return authorsFrom(rows, found);
  }
}
