import { NotFound } from '../../domain/errors.ts';
import { parseProfile, type User } from '../../domain/user.ts';
import type { UserRepository } from '../ports/user-repository.ts';

const listed = 1_000;

interface ProfileInput {
  name: string;
  email: string;
}

export class ListUsers {
  readonly #users: UserRepository;

  constructor(users: UserRepository) {
    this.#users = users;
  }

  execute(): Promise<User[]> {
    return this.#users.first(listed);
  }
}

export class FindUser {
  readonly #users: UserRepository;

  constructor(users: UserRepository) {
    this.#users = users;
  }

  /** @throws NotFound */
  async execute(id: number): Promise<User> {
    const user = await this.#users.find(id);
    if (!user) throw new NotFound('id', id);
    return user;
  }
}

export class RegisterUser {
  readonly #users: UserRepository;

  constructor(users: UserRepository) {
    this.#users = users;
  }

  /** @throws InvalidValue, EmailTaken */
  async execute(input: ProfileInput): Promise<User> {
    return this.#users.add(parseProfile(input));
  }
}

export class ChangeUser {
  readonly #users: UserRepository;

  constructor(users: UserRepository) {
    this.#users = users;
  }

  /** @throws InvalidValue, EmailTaken, NotFound */
  async execute(id: number, input: ProfileInput): Promise<User> {
    const user = await this.#users.change(id, parseProfile(input));
    if (!user) throw new NotFound('id', id);
    return user;
  }
}

export class RemoveUser {
  readonly #users: UserRepository;

  constructor(users: UserRepository) {
    this.#users = users;
  }

  /** @throws NotFound */
  async execute(id: number): Promise<void> {
    if (!(await this.#users.remove(id))) throw new NotFound('id', id);
  }
}
