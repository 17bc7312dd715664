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

/** A row of authors joined with posts; an author without any has one row, without a post. */
export interface JoinedRow extends AuthorRow {
  post_id: number | null;
  title: string | null;
  views: number | null;
}

export function authorsOfJoin(rows: readonly JoinedRow[]): Author[] {
  const authors = new Map<number, AuthorRow>();
  const posts: PostRow[] = [];
  for (const row of rows) {
    const { id: author_id, post_id: id, title, views } = row;
    authors.set(author_id, row);
    if (id !== null && title !== null && views !== null)
      posts.push({ author_id, id, title, views });
  }
  return authorsFrom([...authors.values()], posts);
}
