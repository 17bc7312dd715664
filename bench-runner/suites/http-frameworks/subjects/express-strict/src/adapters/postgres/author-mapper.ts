import { Author, type Post } from '../../domain/author.ts';

export interface AuthorRow {
  id: number;
  name: string;
  email: string;
}

export type PostRow = Post & { author_id: number };

export const authorFrom = ({ id, name, email }: AuthorRow, posts: readonly Post[]): Author =>
  new Author(id, name, email, posts);

/** Gives each author the posts that are theirs, in the order they came in. */
export function authorsFrom(authors: readonly AuthorRow[], posts: readonly PostRow[]): Author[] {
  const byAuthor = new Map<number, Post[]>(authors.map(({ id }) => [id, []]));
  for (const { author_id, id, title, views } of posts) {
    byAuthor.get(author_id)?.push({ id, title, views });
  }
  return authors.map((author) => authorFrom(author, byAuthor.get(author.id) ?? []));
}
