import { EmailAddress } from './email-address.ts';
import { UserName } from './user-name.ts';

/** What a user can say of themselves. */
export interface Profile {
  readonly name: UserName;
  readonly email: EmailAddress;
}

export class User implements Profile {
  readonly id: number;
  readonly name: UserName;
  readonly email: EmailAddress;
  readonly createdAt: Date;

  private constructor(id: number, name: UserName, email: EmailAddress, createdAt: Date) {
    this.id = id;
    this.name = name;
    this.email = email;
    this.createdAt = createdAt;
  }

  /** A user as it was stored. */
  static restore(stored: { id: number; name: string; email: string; createdAt: Date }): User {
    return new User(
      stored.id,
      UserName.restore(stored.name),
      EmailAddress.restore(stored.email),
      stored.createdAt,
    );
  }
}

/** @throws InvalidValue naming what is wrong. */
export function parseProfile(given: { name: string; email: string }): Profile {
  return { name: UserName.parse(given.name), email: EmailAddress.parse(given.email) };
}
