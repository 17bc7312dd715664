import { asc, eq, inArray, placeholder } from 'drizzle-orm';
import type { Author, AuthorStore, Post } from '../store.ts';
import type { Database } from './database.ts';
import { authors, posts } from './schema/authors.ts';

const author = { id: authors.id, name: authors.name, email: authors.email };
const post = { id: posts.id, title: posts.title, views: posts.views };

export function drizzleAuthors(database: Database): AuthorStore {
  const page = database
    .select(author)
    .from(authors)
    .orderBy(asc(authors.id))
    .limit(placeholder('limit'))
    .offset(placeholder('offset'))
    .prepare('drizzle-author-page');
  const postsOfOne = database
    .select(post)
    .from(posts)
    .where(eq(posts.author_id, placeholder('author')))
    .orderBy(asc(posts.id))
    .prepare('drizzle-posts-of-author');
  // A relation loaded with its owner: Drizzle writes one lateral join.
  const withPosts = database.query.authors
    .findMany({
      columns: { id: true, name: true, email: true },
      with: {
        posts: { columns: { id: true, title: true, views: true }, orderBy: asc(posts.id) },
      },
      orderBy: asc(authors.id),
      limit: placeholder('limit'),
      offset: placeholder('offset'),
    })
    .prepare('drizzle-authors-with-posts');
  return {
    lazy: async ({ limit, offset }) => {
      const found: Author[] = [];
      for (const row of await page.execute({ limit, offset })) {
        found.push({ ...row, posts: await postsOfOne.execute({ author: row.id }) });
      }
      return found;
    },
    eager: ({ limit, offset }) => withPosts.execute({ limit, offset }),
    subquery: async ({ limit, offset }) => {
      const rows = await page.execute({ limit, offset });
      const found = new Map(rows.map((row) => [row.id, { ...row, posts: [] as Post[] }]));
      const postsOfMany = await database
        .select({ ...post, author_id: posts.author_id })
        .from(posts)
        .where(inArray(posts.author_id, [...found.keys()]))
        .orderBy(asc(posts.id));
      for (const { author_id, ...rest } of postsOfMany) found.get(author_id)?.posts.push(rest);
      return [...found.values()];
    },
  };
}
