import type { Profile, User } from '../../domain/user.ts';

export interface UserRepository {
  first(count: number): Promise<User[]>;
  find(id: number): Promise<User | undefined>;
  /** @throws EmailTaken */
  add(profile: Profile): Promise<User>;
  /** @throws EmailTaken */
  change(id: number, profile: Profile): Promise<User | undefined>;
  remove(id: number): Promise<boolean>;
}
