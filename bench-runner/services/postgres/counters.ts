import { inSession } from './session.ts';
import type { Databases } from './working-database.ts';

const ofDatabase = `
  SELECT xact_commit + xact_rollback AS "transactions", blks_hit AS "buffer-hits",
    blks_read AS "buffer-misses", tup_returned AS "rows-read"
  FROM pg_stat_database WHERE datname = $1`;

const ofStatements = `
  SELECT coalesce(sum(s.calls), 0) AS "queries",
    coalesce(sum(s.shared_blks_hit), 0) AS "buffer-hits",
    coalesce(sum(s.shared_blks_read), 0) AS "buffer-misses"
  FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid WHERE d.datname = $1`;

/**
 * Running totals of the working database. Where the server has `pg_stat_statements`, `queries`,
 * `buffer-hits` and `buffer-misses` come from it and are exact at any moment; elsewhere there are no
 * `queries`, and buffers are those of `pg_stat_database`. What comes from there lags: a connection hands its figures in at most
 * once a second, and one that falls idle up to 10 s later; under steady load what is missing at the
 * beginning of a measurement is about what is missing at its end.
 */
export async function readCounters(databases: Databases): Promise<Record<string, number>> {
  const { maintenance, working } = databases;
  return inSession(maintenance, async (client) => {
    const { rows } = await client.query(ofDatabase, [working]);
    if (rows.length === 0) throw new Error(`The database ${working} does not exist.`);
    const statements = await client.query(ofStatements, [working]).catch(() => undefined);
    // bigint and numeric arrive as text.
    return Object.fromEntries(
      Object.entries({ ...rows[0], ...statements?.rows[0] }).map(([name, total]) => [
        name,
        Number(total),
      ]),
    );
  });
}
