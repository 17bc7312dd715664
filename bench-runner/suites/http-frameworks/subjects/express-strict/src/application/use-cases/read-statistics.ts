import type { AuthorStatistics, CountryStatistics, UserCounts } from '../../domain/statistics.ts';
import type { StatisticsReader } from '../ports/statistics-reader.ts';

export class CountUsers {
  readonly #statistics: StatisticsReader;

  constructor(statistics: StatisticsReader) {
    this.#statistics = statistics;
  }

  execute(): Promise<UserCounts> {
    return this.#statistics.users();
  }
}

export class CompareCountries {
  readonly #statistics: StatisticsReader;

  constructor(statistics: StatisticsReader) {
    this.#statistics = statistics;
  }

  execute(limit: number): Promise<CountryStatistics[]> {
    return this.#statistics.countries(limit);
  }
}

export class CompareAuthors {
  readonly #statistics: StatisticsReader;

  constructor(statistics: StatisticsReader) {
    this.#statistics = statistics;
  }

  execute(limit: number): Promise<AuthorStatistics[]> {
    return this.#statistics.authors(limit);
  }
}
