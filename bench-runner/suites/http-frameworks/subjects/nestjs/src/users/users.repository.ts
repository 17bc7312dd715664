import type { UserAnswer, UserDto } from './user.dto.ts';

export abstract class UsersRepository {
  abstract first(count: number): Promise<UserAnswer[]>;
  abstract find(id: number): Promise<UserAnswer | null>;
  abstract create(user: UserDto): Promise<UserAnswer>;
  abstract update(id: number, user: UserDto): Promise<UserAnswer | null>;
  abstract remove(id: number): Promise<boolean>;
}
