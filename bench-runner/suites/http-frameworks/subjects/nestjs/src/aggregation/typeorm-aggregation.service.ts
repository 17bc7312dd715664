import { Injectable } from '@nestjs/common';
import { TypeOrmService } from '../database/typeorm.service.ts';
import { Author } from '../n-plus-one/author.entity.ts';
import { User } from '../users/user.entity.ts';
import type { Aggregation, AuthorStatistics, CountryStatistics, Counts } from './aggregation.ts';

/** PostgreSQL's counts and sums arrive as strings: they may be larger than a number holds. */
type AsStrings<Row> = { [Key in keyof Row]: string };

@Injectable()
export class TypeOrmAggregationService implements Aggregation {
  constructor(private readonly orm: TypeOrmService) {}

  async counts(): Promise<Counts> {
    const row = (await (
      await this.orm.repository(User)
    )
      .createQueryBuilder('user')
      .select('COUNT(*)', 'count_star')
      .addSelect('COUNT(user.id)', 'count_id')
      .addSelect('COUNT(DISTINCT user.status)', 'count_distinct_status')
      .getRawOne<AsStrings<Counts>>())!;
    return {
      count_star: Number(row.count_star),
      count_id: Number(row.count_id),
      count_distinct_status: Number(row.count_distinct_status),
    };
  }

  async byCountry(limit: number): Promise<CountryStatistics[]> {
    const rows = await (await this.orm.repository(User))
      .createQueryBuilder('user')
      .select('user.country', 'country')
      .addSelect('COUNT(*)', 'user_count')
      .addSelect('SUM(user.login_count)', 'total_logins')
      .addSelect('ROUND(AVG(user.login_count), 2)', 'avg_logins')
      .groupBy('user.country')
      .orderBy('user_count', 'DESC')
      .addOrderBy('user.country', 'ASC')
      .limit(limit)
      .getRawMany<AsStrings<CountryStatistics>>();
    return rows.map((row) => ({
      country: row.country,
      user_count: Number(row.user_count),
      total_logins: Number(row.total_logins),
      avg_logins: Number(row.avg_logins),
    }));
  }

  async byAuthor(limit: number): Promise<AuthorStatistics[]> {
    const rows = await (await this.orm.repository(Author))
      .createQueryBuilder('author')
      .innerJoin('author.posts', 'post')
      .select('author.id', 'author_id')
      .addSelect('author.name', 'author_name')
      .addSelect('COUNT(post.id)', 'post_count')
      .addSelect('SUM(post.views)', 'total_views')
      .addSelect('ROUND(AVG(post.views), 2)', 'avg_views')
      .groupBy('author.id')
      .orderBy('total_views', 'DESC')
      .addOrderBy('author.id', 'ASC')
      .limit(limit)
      .getRawMany<AsStrings<AuthorStatistics>>();
    return rows.map((row) => ({
      author_id: Number(row.author_id),
      author_name: row.author_name,
      post_count: Number(row.post_count),
      total_views: Number(row.total_views),
      avg_views: Number(row.avg_views),
    }));
  }
}
