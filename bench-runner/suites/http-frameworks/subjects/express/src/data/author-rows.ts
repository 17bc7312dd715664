import type { Author, Post } from './store.ts';

export type PostOfAuthor = Post & { author_id: number };

/** A row of the join; without a post where an author has none. */
export interface Joined {
  author_id: number;
  name: string;
  email: string;
  id: number | null;
  title: string | null;
  views: number | null;
}

/** Groups rows that come in order of author. */
export function authorsOfRows(rows: readonly Joined[]): Author[] {
  const authors: Author[] = [];
  for (const { author_id, name, email, id, title, views } of rows) {
    let author = authors.at(-1);
    if (author?.id !== author_id) {
      author = { id: author_id, name, email, posts: [] };
      authors.push(author);
    }
    if (id !== null) author.posts.push({ id, title: title!, views: views! });
  }
  return authors;
}

export function withPosts(
  authors: readonly Omit<Author, 'posts'>[],
  posts: readonly PostOfAuthor[],
): Author[] {
  const byAuthor = new Map<number, Post[]>(authors.map(({ id }) => [id, []]));
  for (const { author_id, ...post } of posts) byAuthor.get(author_id)?.push(post);
  return authors.map((author) => ({ ...author, posts: byAuthor.get(author.id)! }));
}
