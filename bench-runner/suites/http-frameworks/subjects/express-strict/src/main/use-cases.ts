import type { UseCases } from '../adapters/http/app.ts';
import type { StatisticsUseCases } from '../adapters/http/controllers/statistics.ts';
import type { Repositories } from '../adapters/postgres/repositories.ts';
import type { ExternalApi } from '../application/ports/external-api.ts';
import type { StatisticsReader } from '../application/ports/statistics-reader.ts';
import type { Tokens } from '../application/ports/tokens.ts';
import type { UserCache } from '../application/ports/user-cache.ts';
import { AskExternalApi } from '../application/use-cases/ask-external-api.ts';
import {
  ReadUser,
  ReadUserThroughCache,
  WarmUpCache,
} from '../application/use-cases/cached-users.ts';
import { ChangeBulkItems } from '../application/use-cases/change-bulk-items.ts';
import { ClearBulkItems } from '../application/use-cases/clear-bulk-items.ts';
import { FlushCache, ForgetCachedUser } from '../application/use-cases/empty-cache.ts';
import { ListAuthors } from '../application/use-cases/list-authors.ts';
import { LogIn } from '../application/use-cases/log-in.ts';
import {
  ContinueFromCursor,
  PageThroughUsers,
} from '../application/use-cases/page-through-users.ts';
import { FindProduct, ResetStock } from '../application/use-cases/products.ts';
import { ReadColumns } from '../application/use-cases/read-columns.ts';
import {
  CompareAuthors,
  CompareCountries,
  CountUsers,
} from '../application/use-cases/read-statistics.ts';
import { SearchPosts } from '../application/use-cases/search-posts.ts';
import { TakeFromStock } from '../application/use-cases/take-from-stock.ts';
import {
  ChangeUser,
  FindUser,
  ListUsers,
  RegisterUser,
  RemoveUser,
} from '../application/use-cases/users.ts';

interface Ports extends Repositories {
  cache: UserCache;
  externalApi: ExternalApi;
  tokens: Tokens;
}

export const useCasesOver = (ports: Ports): UseCases => ({
  listUsers: new ListUsers(ports.users),
  findUser: new FindUser(ports.users),
  registerUser: new RegisterUser(ports.users),
  changeUser: new ChangeUser(ports.users),
  removeUser: new RemoveUser(ports.users),
  pageThroughUsers: new PageThroughUsers(ports.directory),
  continueFromCursor: new ContinueFromCursor(ports.directory),
  askExternalApi: new AskExternalApi(ports.externalApi),
  readColumns: new ReadColumns(ports.columns),
  listAuthors: new ListAuthors(ports.authors),
  changeBulkItems: new ChangeBulkItems(ports.bulkItems),
  clearBulkItems: new ClearBulkItems(ports.bulkItems),
  findProduct: new FindProduct(ports.products),
  resetStock: new ResetStock(ports.products),
  takeFromStock: new TakeFromStock(ports.products),
  readUser: new ReadUser(ports.users),
  readUserThroughCache: new ReadUserThroughCache(ports.cache, ports.users),
  warmUpCache: new WarmUpCache(ports.cache, ports.users),
  flushCache: new FlushCache(ports.cache),
  forgetCachedUser: new ForgetCachedUser(ports.cache),
  logIn: new LogIn(ports.users, ports.tokens),
  searchPosts: new SearchPosts(ports.posts),
});

export const statisticsOver = (reader: StatisticsReader): StatisticsUseCases => ({
  countUsers: new CountUsers(reader),
  compareCountries: new CompareCountries(reader),
  compareAuthors: new CompareAuthors(reader),
});
