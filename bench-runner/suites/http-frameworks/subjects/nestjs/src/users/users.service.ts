import { ConflictException, Injectable, NotFoundException } from '@nestjs/common';
import { isUniqueViolation } from '../database/postgres-errors.ts';
import type { UserAnswer, UserDto } from './user.dto.ts';
import { UsersRepository } from './users.repository.ts';

@Injectable()
export class UsersService {
  constructor(private readonly users: UsersRepository) {}

  first(count: number): Promise<UserAnswer[]> {
    return this.users.first(count);
  }

  async find(id: number, field = 'id'): Promise<UserAnswer> {
    return (await this.users.find(id)) ?? missing(field);
  }

  async create(user: UserDto): Promise<UserAnswer> {
    return this.users.create(user).catch(refuseTakenEmail);
  }

  async update(id: number, user: UserDto): Promise<UserAnswer> {
    return (await this.users.update(id, user).catch(refuseTakenEmail)) ?? missing('id');
  }

  async remove(id: number): Promise<void> {
    if (!(await this.users.remove(id))) missing('id');
  }
}

function missing(field: string): never {
  throw new NotFoundException(`There is no user with this ${field}`);
}

function refuseTakenEmail(error: unknown): never {
  throw isUniqueViolation(error) ? new ConflictException('Another user has this email') : error;
}
