const codeOf = (error: unknown) => (error as { code?: unknown } | null)?.code;

export const isUniqueViolation = (error: unknown) => codeOf(error) === '23505';

/** Another transaction came first: a serialization failure, or a deadlock. */
export const isConflict = (error: unknown) =>
  codeOf(error) === '40001' || codeOf(error) === '40P01';
