import type { Pool } from 'pg';
import { authorsOfRows, type Joined, type PostOfAuthor, withPosts } from '../author-rows.ts';
import type { Author, AuthorStore, Post } from '../store.ts';
import { rowsOf } from './statement.ts';

const statements = {
  authors: {
    name: 'authors-page',
    text: 'SELECT id, name, email FROM authors ORDER BY id LIMIT $1 OFFSET $2',
  },
  postsOfOne: {
    name: 'posts-of-one',
    text: 'SELECT id, title, views FROM posts WHERE author_id = $1 ORDER BY id',
  },
  postsOfAll: {
    name: 'posts-of-all',
    text: 'SELECT id, author_id, title, views FROM posts WHERE author_id = ANY($1) ORDER BY id',
  },
  joined: {
    name: 'authors-joined',
    text: `SELECT a.id AS author_id, a.name, a.email, p.id, p.title, p.views
      FROM (SELECT id, name, email FROM authors ORDER BY id LIMIT $1 OFFSET $2) a
      LEFT JOIN posts p ON p.author_id = a.id
      ORDER BY a.id, p.id`,
  },
};

export function createAuthorStore(pool: Pool): AuthorStore {
  const page = (limit: number, offset: number) =>
    rowsOf<Omit<Author, 'posts'>>(pool, statements.authors, [limit, offset]);
  return {
    lazy: async (limit, offset) => {
      const authors: Author[] = [];
      for (const author of await page(limit, offset)) {
        const posts = await rowsOf<Post>(pool, statements.postsOfOne, [author.id]);
        authors.push({ ...author, posts });
      }
      return authors;
    },
    eager: async (limit, offset) => {
      const rows = await rowsOf<Joined>(pool, statements.joined, [limit, offset]);
      return authorsOfRows(rows);
    },
    subquery: async (limit, offset) => {
      const authors = await page(limit, offset);
      const ids = authors.map(({ id }) => id);
      const posts = await rowsOf<PostOfAuthor>(pool, statements.postsOfAll, [ids]);
      return withPosts(authors, posts);
    },
  };
}
