import type { SourcedUser } from '../../application/use-cases/cached-users.ts';
import type { Taking } from '../../application/use-cases/take-from-stock.ts';
import type { Author } from '../../domain/author.ts';
import type { Product } from '../../domain/product.ts';
import type { AuthorStatistics, CountryStatistics, UserCounts } from '../../domain/statistics.ts';
import type { User } from '../../domain/user.ts';

/** How what use cases give is told over HTTP. */
export const userJson = ({ id, name, email, createdAt }: User) => ({
  id,
  name: name.value,
  email: email.value,
  created_at: createdAt.toISOString(),
});

export const sourcedUserJson = ({ source, user }: SourcedUser) => ({
  source,
  user_id: user.id,
  name: user.name,
  email: user.email,
});

export const authorJson = ({ id, name, email, posts }: Author) => ({
  id,
  name,
  email,
  posts: posts.map(({ id, title, views }) => ({ id, title, views })),
});

export const productJson = ({ id, name, stock, updatedAt }: Product) => ({
  id,
  name,
  stock: stock.level,
  version: stock.version,
  updated_at: updatedAt.toISOString(),
});

export const takingJson = ({ before, after, retries, error }: Taking) => ({
  success: error === undefined,
  old_stock: before,
  new_stock: after,
  retries,
  error,
});

export const countsJson = ({ all, withId, statuses }: UserCounts) => ({
  count_star: all,
  count_id: withId,
  count_distinct_status: statuses,
});

export const countryJson = ({ country, users, logins, meanLogins }: CountryStatistics) => ({
  country,
  user_count: users,
  total_logins: logins,
  avg_logins: meanLogins,
});

export const authorStatisticsJson = (author: AuthorStatistics) => ({
  author_id: author.id,
  author_name: author.name,
  post_count: author.posts,
  total_views: author.views,
  avg_views: author.meanViews,
});
