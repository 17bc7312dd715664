import { Injectable } from '@nestjs/common';
import { PostgresService } from '../database/postgres.service.ts';
import type { AuthorAnswer, AuthorsRepository, PostAnswer } from './authors.repository.ts';

type AuthorRow = Omit<AuthorAnswer, 'posts'>;
type PostRow = PostAnswer & { author_id: number };
type JoinedRow = AuthorRow & { post_id: number | null; title: string; views: number };

const page = {
  name: 'authors_page',
  text: 'SELECT id, name, email FROM authors ORDER BY id LIMIT $1 OFFSET $2',
};
const postsOfOne = {
  name: 'authors_posts_of_one',
  text: 'SELECT id, title, views FROM posts WHERE author_id = $1 ORDER BY id',
};
const postsOfAll = {
  name: 'authors_posts_of_all',
  text: 'SELECT author_id, id, title, views FROM posts WHERE author_id = ANY($1) ORDER BY id',
};
const joined = {
  name: 'authors_joined',
  text: `SELECT author.id, author.name, author.email, post.id AS post_id, post.title, post.views
    FROM (SELECT id, name, email FROM authors ORDER BY id LIMIT $1 OFFSET $2) AS author
    LEFT JOIN posts AS post ON post.author_id = author.id
    ORDER BY author.id, post.id`,
};

@Injectable()
export class SqlAuthorsRepository implements AuthorsRepository {
  constructor(private readonly postgres: PostgresService) {}

  async lazy(limit: number, offset: number): Promise<AuthorAnswer[]> {
    const { queries } = this.postgres;
    const authors: AuthorAnswer[] = [];
    for (const author of await queries.rows<AuthorRow>(page, [limit, offset])) {
      const posts = await queries.rows<PostAnswer>(postsOfOne, [author.id]);
      authors.push({ ...author, posts });
    }
    return authors;
  }

  async eager(limit: number, offset: number): Promise<AuthorAnswer[]> {
    const rows = await this.postgres.queries.rows<JoinedRow>(joined, [limit, offset]);
    const authors = new Map<number, AuthorAnswer>();
    for (const { id, name, email, post_id, title, views } of rows) {
      const author = authors.get(id) ?? { id, name, email, posts: [] };
      authors.set(id, author);
      if (post_id !== null) author.posts.push({ id: post_id, title, views });
    }
    return [...authors.values()];
  }

  async subquery(limit: number, offset: number): Promise<AuthorAnswer[]> {
    const { queries } = this.postgres;
    const authors = new Map<number, AuthorAnswer>();
    for (const author of await queries.rows<AuthorRow>(page, [limit, offset])) {
      authors.set(author.id, { ...author, posts: [] });
    }
    const posts = await queries.rows<PostRow>(postsOfAll, [[...authors.keys()]]);
    for (const { author_id, ...post } of posts) authors.get(author_id)?.posts.push(post);
    return [...authors.values()];
  }
}
