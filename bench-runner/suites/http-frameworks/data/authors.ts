import { type Column, country, createdAt, email, id, name } from './columns.ts';
import { between, oneOf } from './seeded-rows.ts';
import { table } from './table.ts';
import { words } from './vocabulary.ts';
import { searchTerms, volumes } from './volumes.ts';

const sentence = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => oneOf(from + index, words)).join(` || ' ' || `);

const terms = Object.values(searchTerms).map(
  ({ word, posts }, index) =>
    `case when i % ${volumes.posts / posts} = ${index % (volumes.posts / posts)} then ' ${word}' else '' end`,
);

const postColumns: readonly Column[] = [
  id,
  // Posts of an author do not lie side by side: they are written as time goes by.
  { name: 'author_id', type: 'integer not null', value: `1 + (i - 1) % ${volumes.authors}` },
  { name: 'title', type: 'text not null', value: sentence(10, 5) },
  { name: 'body', type: 'text not null', value: `${sentence(20, 40)} || ${terms.join(' || ')}` },
  { name: 'views', type: 'integer not null', value: between(70, 0, 10_000) },
  createdAt,
];

export const authors = [
  ...table('authors', volumes.authors, [id, name, email, country, createdAt], 'authors'),
  ...table('posts', volumes.authors * volumes.postsPerAuthor, postColumns, 'posts'),
  `alter table posts
    add column search tsvector not null
      generated always as (to_tsvector('english', title || ' ' || body)) stored,
    add constraint posts_author_id_fkey foreign key (author_id) references authors (id)`,
  'create index posts_author_id_idx on posts (author_id)',
  'create index posts_search_idx on posts using gin (search)',
  'analyze authors, posts',
];
