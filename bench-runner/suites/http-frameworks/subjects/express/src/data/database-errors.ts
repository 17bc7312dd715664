import { DatabaseError } from 'pg';
import { Refusal } from '../refusal.ts';

const uniqueViolation = '23505';
const serializationFailure = '40001';
const deadlockDetected = '40P01';

/** The error of PostgreSQL in what pg or Drizzle, which wraps it, has thrown. */
function codeOf(error: unknown): string | undefined {
  if (error instanceof DatabaseError) return error.code;
  return error instanceof Error && error.cause instanceof DatabaseError
    ? error.cause.code
    : undefined;
}

/** Whether a transaction failed because of another one, and may be tried again. */
export function isConflict(error: unknown): boolean {
  return [serializationFailure, deadlockDetected].includes(codeOf(error) ?? '');
}

/** Refuses an e-mail address that another user has; throws other errors on. */
export function refuseTakenEmail(error: unknown): never {
  if (codeOf(error) === uniqueViolation) {
    throw new Refusal(409, 'email', 'belongs to another user');
  }
  throw error;
}
