import type { User } from '../domain/user.ts';

/** What is kept of a user outside the database. */
export interface CachedUser {
  readonly id: number;
  readonly name: string;
  readonly email: string;
}

export const cachedFrom = ({ id, name, email }: User): CachedUser => ({
  id,
  name: name.value,
  email: email.value,
});
