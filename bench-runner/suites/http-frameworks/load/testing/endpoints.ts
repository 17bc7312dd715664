import { searchTerms, volumes } from '../../data/volumes.ts';
import type { State } from './state.ts';

/** A request as an endpoint sees it: the words of its path, its query and its body. */
export interface Asked {
  words: string[];
  query: URLSearchParams;
  headers: Readonly<Record<string, string>>;
  body: unknown;
}

export type Reply = { status?: number; body?: unknown; headers?: Record<string, string> };

const rows = <Row>(count: number, row: (id: number) => Row, from = 0): Row[] =>
  Array.from({ length: count }, (_, index) => row(from + index + 1));

const columnsOf: Readonly<Record<string, number>> = {
  narrow: 5,
  wide: 20,
  'extra-wide': 50,
  'wide-projected': 5,
  type: 8,
  'plus-one': 6,
};

const widely = (id: number, columns: number) =>
  Object.fromEntries([['id', id], ...rows(columns - 1, (n) => [`column_${n}`, n])]);

/** The contract of the suite in a few lines, by method and the first word of the path. */
export const endpoints: Readonly<Record<string, (asked: Asked, state: State) => Reply>> = {
  'GET health': () => ({ body: { status: 'ok', server: 'made-up' } }),
  'POST echo': ({ body }) => {
    const { message, data } = body as { message: string; data?: object };
    return { body: { message, data } };
  },
  'GET users': ({ words: [, word], query }, { users }) => {
    if (word === undefined) return { body: [...users.values()].slice(0, volumes.users) };
    const size = Number(query.get('size'));
    if (word === 'cursor') {
      const cursor = Number(query.get('cursor'));
      const items = rows(size, (id) => ({ id }), cursor);
      return { body: { items, next_cursor: cursor + size, size } };
    }
    if (word === 'offset') {
      const page = Number(query.get('page'));
      const total = volumes.usersPagination;
      const items = rows(size, (id) => ({ id }), (page - 1) * size);
      const counted = query.get('count') !== 'false' && { total, total_pages: total / size };
      return { body: { items, page, size, ...counted } };
    }
    const found = users.get(Number(word));
    return found ? { body: found } : { status: 404, body: { error: 'id' } };
  },
  'POST users': ({ body }, state) => {
    const created = state.create(body as Parameters<State['create']>[0]);
    return created ? { status: 201, body: created } : { status: 409, body: { error: 'email' } };
  },
  'PUT users': ({ words: [, id], body }, { users }) => {
    const changed = { ...users.get(Number(id)), ...(body as object) };
    users.set(Number(id), changed as never);
    return { body: changed };
  },
  'DELETE users': ({ words: [, id] }, { users }) => {
    users.delete(Number(id));
    return { status: 204 };
  },
  'GET external': () => ({ body: { source: 'external', latency_ms: 100.2, data: {} } }),
  'GET protected': ({ headers }) => {
    const token = /^Bearer (.{10,})$/.exec(headers.authorization ?? '')?.[1];
    if (token === undefined) return { status: 401, body: { error: 'authorization' } };
    const user = `user_from_token_${token.slice(0, 8)}`;
    return {
      body: { message: 'Access granted', user },
      headers: { 'x-request-id': headers['x-request-id'] ?? '' },
    };
  },
  'GET column-overhead': ({ words: [, kind = ''], query }) => ({
    body: rows(Number(query.get('limit')), (id) => widely(id, columnsOf[kind] ?? 0)),
  }),
  'GET n-plus-one': ({ query }) => ({
    body: rows(
      Number(query.get('limit')),
      (id) => ({ id, posts: rows(volumes.postsPerAuthor, (post) => ({ id: post })) }),
      Number(query.get('offset')),
    ),
  }),
  'DELETE bulk-operations': () => ({ body: { operation: 'cleanup', count: 0 } }),
  'POST bulk-operations': ({ words: [, operation], query }) => ({
    body: { operation, count: Number(query.get('count')), elapsed_ms: 1 },
  }),
  'POST transactions': ({ words: [, word, method] }, state) => {
    if (word === 'reset') {
      state.stock = 1_000_000;
      return { body: {} };
    }
    const { old, new: left } = state.take();
    return {
      body: {
        success: true,
        method,
        product_id: 1,
        old_stock: old,
        new_stock: left,
        retries: 2,
        elapsed_ms: 1,
      },
    };
  },
  'GET transactions': (_, { stock }) => ({ body: { id: 1, stock } }),
  'DELETE cache': ({ words: [, word, id] }, { cache }) => {
    if (word === 'flush') cache.clear();
    else cache.delete(Number(id));
    return { body: {} };
  },
  'POST cache': ({ query }, { cache }) => {
    const count = Number(query.get('count'));
    for (const id of rows(count, (one) => one)) cache.add(id);
    return { body: { warmed_count: count, elapsed_ms: 1 } };
  },
  'GET cache': ({ words: [, , id, way] }, { cache }) => {
    const source = way === 'cached' && cache.has(Number(id)) ? 'cache' : 'database';
    if (way === 'cached') cache.add(Number(id));
    return { body: { source, user_id: Number(id), name: 'a', email: 'a@b.c', elapsed_ms: 1 } };
  },
  'POST auth': ({ query }) => ({ body: { access_token: `head.${query.get('user_id')}.signed` } }),
  'GET auth': ({ words: [, , auth_type], headers }) => {
    if (auth_type === 'none') return { body: { auth_type, user_id: null } };
    const id = /^Bearer head\.(\d+)\.signed$/.exec(headers.authorization ?? '')?.[1];
    return id === undefined
      ? { status: 401, body: { error: 'authorization' } }
      : { body: { auth_type, user_id: Number(id) } };
  },
  'GET aggregation': ({ words: [, word, of] }) => {
    if (word === 'count') {
      const all = volumes.users;
      return { body: { count_star: all, count_id: all, count_distinct_status: 5 } };
    }
    const row =
      of === 'country'
        ? { country: 'KR', user_count: 40, total_logins: 9, avg_logins: 1.5 }
        : { author_id: 1, author_name: 'a', post_count: 8, total_views: 9, avg_views: 1.13 };
    return { body: rows(10, () => row) };
  },
  'GET search': ({ query }) => {
    const term = Object.values(searchTerms).find(({ word }) => word === query.get('q'));
    const found = Math.min(Number(query.get('limit')), term?.posts ?? 0);
    return { body: rows(found, (id) => ({ id, title: 'a' })) };
  },
  'POST upload': ({ headers, body }) => {
    const boundary = /boundary=(\S+)/.exec(headers['content-type'] ?? '')?.[1] ?? '';
    const [, part = ''] = Buffer.from(body as Uint8Array)
      .toString('latin1')
      .split(`--${boundary}`);
    const [head = '', ...rest] = part.split('\r\n\r\n');
    return {
      body: {
        filename: /filename="([^"]*)"/.exec(head)?.[1],
        size: rest.join('\r\n\r\n').length - 2,
        content_type: /content-type: *(\S+)/i.exec(head)?.[1],
      },
    };
  },
  'POST passwords': ({ words: [, word], query, body }) => {
    const { password } = body as { password: string };
    if (word === 'verify') return { body: { valid: password === 'correct horse battery staple' } };
    const prefix =
      query.get('algorithm') === 'bcrypt' ? '$2b$10$' : '$argon2id$v=19$m=19456,t=2,p=1$';
    return { body: { hash: `${prefix}salted`, elapsed_ms: 1 } };
  },
};
