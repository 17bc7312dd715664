import type { DataSet } from '../../define/service.ts';
import { databaseUrl, inSession } from './session.ts';
import { createTemplate, type Databases } from './working-database.ts';

/** Parts are independent, and the server that they are loaded into has little else to do. */
const loadedAtOnce = 2;

/** Tables that no statement of the data has analysed: doing so twice would double the time. */
const withoutStatistics = `
  SELECT format('%I.%I', schemaname, relname) AS name FROM pg_stat_user_tables
  WHERE last_analyze IS NULL AND last_autoanalyze IS NULL`;

export interface LoadOptions {
  signal: AbortSignal;
  onStep(what: string): void;
}

/**
 * Creates the template, loads the parts of the data, and makes what lies there final: statistics
 * are gathered, rows frozen, pages written.
 * @throws Error naming the part and statement that failed.
 */
export async function loadTemplate(
  databases: Databases,
  data: { set: DataSet; parts: readonly string[] } | undefined,
  options: LoadOptions,
): Promise<void> {
  const { maintenance, template, owner } = databases;
  await createTemplate(databases);
  if (data) await loadParts(databaseUrl(maintenance, template, owner), data, options);
  options.signal.throwIfAborted();
  await inSession(databaseUrl(maintenance, template), async (client) => {
    const { rows } = await client.query(withoutStatistics);
    for (const { name } of rows) await client.query(`ANALYZE ${name}`);
    await client.query('VACUUM (FREEZE)');
    // Only superusers and pg_checkpoint may; elsewhere the server does so in its own time.
    await client.query('CHECKPOINT').catch(() => {});
  });
}

async function loadParts(
  template: string,
  { set, parts }: { set: DataSet; parts: readonly string[] },
  { signal, onStep }: LoadOptions,
): Promise<void> {
  const unknown = parts.find((part) => !set.parts[part]);
  if (unknown !== undefined) {
    const known = Object.keys(set.parts).join(', ');
    throw new Error(`The suite's data has no part "${unknown}"; it has: ${known}.`);
  }
  const failed = new AbortController();
  const ended = AbortSignal.any([signal, failed.signal]);
  const waiting = parts[Symbol.iterator]();
  const loader = async () => {
    for (const part of waiting) {
      ended.throwIfAborted();
      onStep(`loading ${part}`);
      await loadPart(template, part, set.parts[part] ?? [], ended);
    }
  };
  const loaders = Array.from({ length: loadedAtOnce }, () =>
    loader().catch((error) => {
      failed.abort(error);
      throw error;
    }),
  );
  // All of them: none may still be at work when the caller takes the server down.
  const results = await Promise.allSettled(loaders);
  if (results.some((result) => result.status === 'rejected')) throw ended.reason;
}

async function loadPart(
  template: string,
  part: string,
  statements: readonly string[],
  ended: AbortSignal,
): Promise<void> {
  await inSession(template, async (client) => {
    // Rows whose commit may not have reached the disk yet would not count as visible to everybody.
    await client.query('SET synchronous_commit = on');
    await client.query('BEGIN');
    for (const statement of statements) {
      ended.throwIfAborted();
      try {
        await client.query(statement);
      } catch (error) {
        const beginning = statement.trim().slice(0, 120);
        throw new Error(
          `Part "${part}" of the data could not be loaded: ${(error as Error).message}, in "${beginning}".`,
          { cause: error },
        );
      }
    }
    await client.query('COMMIT');
  });
}
