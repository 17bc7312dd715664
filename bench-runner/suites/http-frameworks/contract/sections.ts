import type { Section } from './section.ts';
import { aggregation } from './sections/aggregation.ts';
import { authentication } from './sections/authentication.ts';
import { bulkOperations } from './sections/bulk-operations.ts';
import { caching } from './sections/caching.ts';
import { columnOverhead } from './sections/column-overhead.ts';
import { databaseRead } from './sections/database-read.ts';
import { databaseWrite } from './sections/database-write.ts';
import { externalApi } from './sections/external-api.ts';
import { fileUpload } from './sections/file-upload.ts';
import { jsonPayload } from './sections/json-payload.ts';
import { lightweight } from './sections/lightweight.ts';
import { middlewareChain } from './sections/middleware-chain.ts';
import { nPlusOne } from './sections/n-plus-one.ts';
import { pagination } from './sections/pagination.ts';
import { passwords } from './sections/passwords.ts';
import { search } from './sections/search.ts';
import { stillUp } from './sections/still-up.ts';
import { transactions } from './sections/transactions.ts';

/** In the order in which they are asked; 08 and 19 to 22 use the endpoints of the others. */
export const sections: readonly Section[] = [
  lightweight,
  jsonPayload,
  databaseRead,
  databaseWrite,
  externalApi,
  middlewareChain,
  fileUpload,
  pagination,
  columnOverhead,
  nPlusOne,
  bulkOperations,
  transactions,
  caching,
  authentication,
  aggregation,
  search,
  passwords,
  stillUp,
];
