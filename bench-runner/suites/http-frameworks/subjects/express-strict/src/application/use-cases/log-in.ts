import { NotFound } from '../../domain/errors.ts';
import type { Tokens } from '../ports/tokens.ts';
import type { UserRepository } from '../ports/user-repository.ts';

export class LogIn {
  readonly #users: UserRepository;
  readonly #tokens: Tokens;

  constructor(users: UserRepository, tokens: Tokens) {
    this.#users = users;
    this.#tokens = tokens;
  }

  /** @throws NotFound */
  async execute(userId: number): Promise<string> {
    const user = await this.#users.find(userId);
    if (!user) throw new NotFound('user_id', userId);
    return this.#tokens.issue(user.id);
  }
}
