import type { Pool } from 'pg';
import type { Author, AuthorStore, Post } from '../store.ts';
import { Statement } from './statement.ts';

type AuthorRow = Omit<Author, 'posts'>;
type PostRow = Post & { author_id: number };
type Joined = AuthorRow & { post_id: number | null; title: string; views: number };

const page = new Statement<AuthorRow>(
  'author-page',
  'select id, name, email from authors order by id limit $1 offset $2',
);
const postsOfOne = new Statement<Post>(
  'posts-of-author',
  'select id, title, views from posts where author_id = $1 order by id',
);
const postsOfMany = new Statement<PostRow>(
  'posts-of-authors',
  'select author_id, id, title, views from posts where author_id = any($1) order by id',
);
const joined = new Statement<Joined>(
  'authors-with-posts',
  `select authors.id, authors.name, authors.email, posts.id as post_id, posts.title, posts.views
   from (select id, name, email from authors order by id limit $1 offset $2) as authors
   left join posts on posts.author_id = authors.id
   order by authors.id, posts.id`,
);

export function sqlAuthors(pool: Pool): AuthorStore {
  return {
    lazy: async ({ limit, offset }) => {
      const authors: Author[] = [];
      for (const author of await page.rows(pool, [limit, offset])) {
        authors.push({ ...author, posts: await postsOfOne.rows(pool, [author.id]) });
      }
      return authors;
    },
    eager: async ({ limit, offset }) => {
      const authors: Author[] = [];
      for (const row of await joined.rows(pool, [limit, offset])) {
        const { id, name, email, post_id, title, views } = row;
        if (authors.at(-1)?.id !== id) authors.push({ id, name, email, posts: [] });
        if (post_id !== null) authors.at(-1)?.posts.push({ id: post_id, title, views });
      }
      return authors;
    },
    subquery: async ({ limit, offset }) => {
      const rows = await page.rows(pool, [limit, offset]);
      const authors = new Map(rows.map((row) => [row.id, { ...row, posts: [] as Post[] }]));
      for (const { author_id, ...post } of await postsOfMany.rows(pool, [[...authors.keys()]])) {
        authors.get(author_id)?.posts.push(post);
      }
      return [...authors.values()];
    },
  };
}
