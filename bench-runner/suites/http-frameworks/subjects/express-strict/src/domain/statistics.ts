export interface UserCounts {
  readonly all: number;
  readonly withId: number;
  readonly statuses: number;
}

export interface CountryStatistics {
  readonly country: string;
  readonly users: number;
  readonly logins: number;
  readonly meanLogins: number;
}

export interface AuthorStatistics {
  readonly id: number;
  readonly name: string;
  readonly posts: number;
  readonly views: number;
  readonly meanViews: number;
}
