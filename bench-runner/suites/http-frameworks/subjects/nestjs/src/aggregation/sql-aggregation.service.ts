import { Injectable } from '@nestjs/common';
import { PostgresService } from '../database/postgres.service.ts';
import type { Aggregation, AuthorStatistics, CountryStatistics, Counts } from './aggregation.ts';

const counts = {
  name: 'aggregation_counts',
  text: `SELECT COUNT(*)::int AS count_star, COUNT(id)::int AS count_id,
      COUNT(DISTINCT status)::int AS count_distinct_status
    FROM users`,
};
const byCountry = {
  name: 'aggregation_by_country',
  text: `SELECT country, COUNT(*)::int AS user_count, SUM(login_count)::float8 AS total_logins,
      ROUND(AVG(login_count), 2)::float8 AS avg_logins
    FROM users GROUP BY country ORDER BY user_count DESC, country LIMIT $1`,
};
const byAuthor = {
  name: 'aggregation_by_author',
  text: `SELECT author.id AS author_id, author.name AS author_name,
      COUNT(post.id)::int AS post_count, SUM(post.views)::float8 AS total_views,
      ROUND(AVG(post.views), 2)::float8 AS avg_views
    FROM authors AS author JOIN posts AS post ON post.author_id = author.id
    GROUP BY author.id ORDER BY total_views DESC, author.id LIMIT $1`,
};

@Injectable()
export class SqlAggregationService implements Aggregation {
  constructor(private readonly postgres: PostgresService) {}

  async counts(): Promise<Counts> {
    return (await this.postgres.queries.row<Counts>(counts))!;
  }

  byCountry(limit: number): Promise<CountryStatistics[]> {
    return this.postgres.queries.rows(byCountry, [limit]);
  }

  byAuthor(limit: number): Promise<AuthorStatistics[]> {
    return this.postgres.queries.rows(byAuthor, [limit]);
  }
}
