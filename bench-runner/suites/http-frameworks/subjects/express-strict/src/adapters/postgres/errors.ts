import { ConflictingChange, EmailTaken } from '../../domain/errors.ts';

const uniqueViolation = '23505';
const serializationFailure = '40001';
const deadlock = '40P01';

/** Drizzle wraps the driver's error and keeps it as the cause. */
function postgresCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return postgresCode(error.cause);
}

function isConflict(error: unknown): boolean {
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

/** Resolves as the transaction does. @throws ConflictingChange where another one came first. */
export async function withConflicts<Result>(transaction: Promise<Result>): Promise<Result> {
  try {
    return await transaction;
  } catch (error) {
    throw isConflict(error) ? new ConflictingChange() : error;
  }
}
