import type { Section } from '../section.ts';
import { aggregation } from '../sections/aggregation.ts';
import { authentication } from '../sections/authentication.ts';
import { caching } from '../sections/caching.ts';
import { databaseRead } from '../sections/database-read.ts';
import { databaseWrite } from '../sections/database-write.ts';
import { fileUpload } from '../sections/file-upload.ts';
import { jsonPayload } from '../sections/json-payload.ts';
import { lightweight } from '../sections/lightweight.ts';
import { middlewareChain } from '../sections/middleware-chain.ts';
import { nPlusOne } from '../sections/n-plus-one.ts';
import { pagination } from '../sections/pagination.ts';
import { search } from '../sections/search.ts';
import { transactions } from '../sections/transactions.ts';
import type { Fault } from './faulty-proxy.ts';

const inBody = (from: string | RegExp, to: string): Fault => ({
  answer: (passed) => {
    passed.body = passed.body.replace(from, to);
  },
});
const inPath = (from: string | RegExp, to: string): Fault => ({
  ask: (passed) => {
    passed.path = passed.path.replace(from, to);
  },
});

/** A server's faults, with the section that must find each and what that says. */
export const faults: readonly [string, Section, Fault, RegExp][] = [
  [
    'gives another name than its own',
    lightweight,
    inBody('fastify', 'other'),
    /GET \/health answered 200 with the wrong content, at server/,
  ],
  [
    'answers an unknown path with HTML',
    lightweight,
    {
      answer: (a) => {
        if (a.status === 404) a.headers['content-type'] = 'text/html';
      },
    },
    /GET \/no-such-path answered 404 with the content type text\/html/,
  ],
  [
    'adds what was not asked for to an answer',
    jsonPayload,
    inBody('{"message"', '{"more":1,"message"'),
    /POST \/echo .*more/,
  ],
  [
    'fails where no user has the id',
    databaseRead,
    {
      answer: (a) => {
        if (a.status === 404) a.status = 500;
      },
    },
    /GET \/users\/2000000000 answered 500, expected 404 with a JSON body naming "id"/,
  ],
  [
    'does not say which field it refuses',
    databaseRead,
    {
      answer: (a) => {
        if (a.status === 400) a.body = '{"error":"wrong"}';
      },
    },
    /GET \/users\/abc answered 400, but expected .* naming "id"/,
  ],
  [
    'takes the digits that a text begins with for the id',
    databaseRead,
    inPath(/(\/users\/\d+)[^/\d].*/, '$1'),
    /GET \/users\/1\.5 answered 200/,
  ],
  [
    'gives one user fewer',
    databaseRead,
    {
      answer: (a) => {
        if (a.path === '/users') a.body = JSON.stringify(JSON.parse(a.body).slice(1));
      },
    },
    /GET \/users gave 999 users/,
  ],
  [
    'deletes although it refuses',
    databaseWrite,
    {
      ask: (a) => {
        if (a.method === 'DELETE' && a.path.includes('DROP')) a.path = '/users/77';
      },
      answer: (a) => {
        if (a.path !== '/users/77' || a.method !== 'DELETE') return;
        Object.assign(a, { status: 400, body: '{"error":"id"}' });
        a.headers['content-type'] = 'application/json';
      },
    },
    /refused requests changed the number of users/,
  ],
  [
    'answers a taken e-mail address with 400',
    databaseWrite,
    {
      answer: (a) => {
        if (a.status === 409) a.status = 400;
      },
    },
    /POST \/users answered 400 .*expected 409/,
  ],
  [
    'loses the request id',
    middlewareChain,
    { answer: (a) => void delete a.headers['x-request-id'] },
    /GET \/protected echoed X-Request-Id as null/,
  ],
  [
    'lets everybody pass',
    middlewareChain,
    {
      ask: (a) => {
        a.sent.authorization = 'Bearer abcdefghijkl';
      },
    },
    /GET \/protected answered 200, expected 401/,
  ],
  [
    'tells a wrong size of a file',
    fileUpload,
    inBody('"size":1000', '"size":1001'),
    /POST \/upload answered .*1001.* to 1000 bytes/,
  ],
  [
    'clamps a size that is too large',
    pagination,
    inPath('size=101', 'size=100'),
    /GET \/users\/offset\?size=101 answered 200/,
  ],
  [
    'counts although it was told not to',
    pagination,
    inPath('&count=false', ''),
    /count=false answered 200 with the wrong content/,
  ],
  [
    'gives authors without their posts',
    nPlusOne,
    {
      answer: (a) => {
        if (!a.path.startsWith('/n-plus-one/eager') || a.status !== 200) return;
        const authors: { posts: unknown[] }[] = JSON.parse(a.body);
        a.body = JSON.stringify(authors.map((author) => ({ ...author, posts: [] })));
      },
    },
    /GET \/n-plus-one\/eager .*posts/,
  ],
  [
    'tells success of a decrement that it has not made',
    transactions,
    {
      ask: (a) => {
        if (a.path.startsWith('/transactions/decrement/optimistic')) {
          a.path = a.path.replace('optimistic', 'no-lock');
        }
      },
      ...inBody('"method":"no-lock"', '"method":"optimistic"'),
    },
    /decrement/,
  ],
  [
    'reads from the database and calls it the cache',
    caching,
    inPath('/cached', '/no-cache'),
    /cached came from the database, expected cache/,
  ],
  [
    'believes an unsigned token',
    authentication,
    {
      answer: (a) => {
        const [head = ''] = (a.sent.authorization ?? '').replace('Bearer ', '').split('.');
        const unsigned = Buffer.from(head, 'base64url').toString().includes('"none"');
        if (unsigned) Object.assign(a, { status: 200, body: '{"auth_type":"jwt","user_id":7}' });
      },
    },
    /with alg none answered 200/,
  ],
  [
    'gives sums as text',
    aggregation,
    inBody(/"total_logins":(\d+)/g, '"total_logins":"$1"'),
    /stats\/country\/\w+ answered 200 with the wrong content, at 0\.total_logins/,
  ],
  [
    'takes a percent sign for a wildcard',
    search,
    inPath('?q=%25', '?q=e'),
    /GET \/search\/like\?q=%25 gave 20 posts/,
  ],
];
