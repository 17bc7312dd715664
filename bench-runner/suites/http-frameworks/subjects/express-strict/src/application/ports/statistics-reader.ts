import type { AuthorStatistics, CountryStatistics, UserCounts } from '../../domain/statistics.ts';

export interface StatisticsReader {
  users(): Promise<UserCounts>;
  countries(limit: number): Promise<CountryStatistics[]>;
  authors(limit: number): Promise<AuthorStatistics[]>;
}
