import { asc, eq, inArray, sql } from 'drizzle-orm';
import { authorsOfRows, withPosts } from '../author-rows.ts';
import type { Author, AuthorStore } from '../store.ts';
import type { Database } from './database.ts';
import { authors, posts } from './tables.ts';

const authorColumns = { id: authors.id, name: authors.name, email: authors.email };
const postColumns = { id: posts.id, title: posts.title, views: posts.views };

export function createAuthorStore(database: Database): AuthorStore {
  const page = (limit: number, offset: number) =>
    database
      .select(authorColumns)
      .from(authors)
      .orderBy(asc(authors.id))
      .limit(limit)
      .offset(offset);
  const postsOfOne = database
    .select(postColumns)
    .from(posts)
    .where(eq(posts.author_id, sql.placeholder('id')))
    .orderBy(asc(posts.id))
    .prepare('orm-posts-of-one');
  return {
    lazy: async (limit, offset) => {
      const found: Author[] = [];
      for (const author of await page(limit, offset)) {
        found.push({ ...author, posts: await postsOfOne.execute({ id: author.id }) });
      }
      return found;
    },
    eager: async (limit, offset) => {
      const a = page(limit, offset).as('a');
      const rows = await database
        .select({ author_id: a.id, name: a.name, email: a.email, ...postColumns })
        .from(a)
        .leftJoin(posts, eq(posts.author_id, a.id))
        .orderBy(asc(a.id), asc(posts.id));
      return authorsOfRows(rows);
    },
    subquery: async (limit, offset) => {
      const found = await page(limit, offset);
      const ids = found.map(({ id }) => id);
      const theirs = await database
        .select({ ...postColumns, author_id: posts.author_id })
        .from(posts)
        .where(inArray(posts.author_id, ids))
        .orderBy(asc(posts.id));
      return withPosts(found, theirs);
    },
  };
}
