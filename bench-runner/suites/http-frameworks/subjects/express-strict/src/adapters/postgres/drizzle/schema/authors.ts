import { customType, integer, pgTable, text } from 'drizzle-orm/pg-core';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

export const authors = pgTable('authors', {
  id: integer().primaryKey(),
  name: text().notNull(),
  email: text().notNull(),
});

export const posts = pgTable('posts', {
  id: integer().primaryKey(),
  author_id: integer()
    .notNull()
    .references(() => authors.id),
  title: text().notNull(),
  body: text().notNull(),
  views: integer().notNull(),
  search: tsvector().notNull(),
});
