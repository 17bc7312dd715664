import { DatabaseError } from 'pg';
import { Refusal } from '../errors.ts';

const uniqueViolation = '23505';
const serializationFailure = '40001';
const deadlockDetected = '40P01';

/** Whether a transaction failed because of another one, and may be tried again. */
export function isConflict(error: unknown): boolean {
  return (
    error instanceof DatabaseError &&
    (error.code === serializationFailure || error.code === deadlockDetected)
  );
}

/** Refuses an e-mail address that another user has; throws other errors on. */
export function refuseTakenEmail(error: unknown): never {
  if (error instanceof DatabaseError && error.code === uniqueViolation) {
    throw new Refusal(409, 'email', 'belongs to another user');
  }
  throw error;
}
