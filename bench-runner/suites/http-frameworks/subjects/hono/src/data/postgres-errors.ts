import { EmailTaken } from './store.ts';

const uniqueViolation = '23505';
const serializationFailure = '40001';
const deadlock = '40P01';

/** Drizzle wraps the driver's error and keeps it as the cause. */
export function postgresCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return postgresCode(error.cause);
}

export function isConflict(error: unknown): boolean {
  const code = postgresCode(error);
  return code === serializationFailure || code === deadlock;
}

/** Resolves as the query does. @throws EmailTaken where another user has the address. */
export async function withUniqueEmail<Result>(query: Promise<Result>): Promise<Result> {
  try {
    return await query;
  } catch (error) {
    throw postgresCode(error) === uniqueViolation ? new EmailTaken() : error;
  }
}
