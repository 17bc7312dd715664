import type { Kysely } from 'kysely';
import { authorsOfRows, withPosts } from '../author-rows.ts';
import type { Author, AuthorStore } from '../store.ts';
import type { Tables } from './database.ts';

export function createAuthorStore(database: Kysely<Tables>): AuthorStore {
  const page = (limit: number, offset: number) =>
    database
      .selectFrom('authors')
      .select(['id', 'name', 'email'])
      .orderBy('id')
      .limit(limit)
      .offset(offset);
  return {
    lazy: async (limit, offset) => {
      const authors: Author[] = [];
      for (const author of await page(limit, offset).execute()) {
        const posts = await database
          .selectFrom('posts')
          .select(['id', 'title', 'views'])
          .where('author_id', '=', author.id)
          .orderBy('id')
          .execute();
        authors.push({ ...author, posts });
      }
      return authors;
    },
    eager: async (limit, offset) => {
      const rows = await database
        .selectFrom(page(limit, offset).as('a'))
        .leftJoin('posts as p', 'p.author_id', 'a.id')
        .select(['a.id as author_id', 'a.name', 'a.email', 'p.id', 'p.title', 'p.views'])
        .orderBy('a.id')
        .orderBy('p.id')
        .execute();
      return authorsOfRows(rows);
    },
    subquery: async (limit, offset) => {
      const authors = await page(limit, offset).execute();
      // `IN ()` is not SQL.
      if (authors.length === 0) return [];
      const posts = await database
        .selectFrom('posts')
        .select(['id', 'author_id', 'title', 'views'])
        .where(
          'author_id',
          'in',
          authors.map(({ id }) => id),
        )
        .orderBy('id')
        .execute();
      return withPosts(authors, posts);
    },
  };
}
