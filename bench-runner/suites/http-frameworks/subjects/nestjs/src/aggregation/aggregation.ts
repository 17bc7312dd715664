export interface Counts {
  count_star: number;
  count_id: number;
  count_distinct_status: number;
}

export interface CountryStatistics {
  country: string;
  user_count: number;
  total_logins: number;
  avg_logins: number;
}

export interface AuthorStatistics {
  author_id: number;
  author_name: string;
  post_count: number;
  total_views: number;
  avg_views: number;
}

export interface Aggregation {
  counts(): Promise<Counts>;
  byCountry(limit: number): Promise<CountryStatistics[]>;
  byAuthor(limit: number): Promise<AuthorStatistics[]>;
}
