import { Injectable } from '@nestjs/common';
import { TypeOrmService } from '../database/typeorm.service.ts';
import type { UserAnswer, UserDto } from './user.dto.ts';
import { User } from './user.entity.ts';
import type { UsersRepository } from './users.repository.ts';

@Injectable()
export class TypeOrmUsersRepository implements UsersRepository {
  constructor(private readonly orm: TypeOrmService) {}

  async first(count: number): Promise<UserAnswer[]> {
    return (await this.orm.repository(User)).find({ order: { id: 'ASC' }, take: count });
  }

  async find(id: number): Promise<UserAnswer | null> {
    return (await this.orm.repository(User)).findOneBy({ id });
  }

  async create({ name, email }: UserDto): Promise<UserAnswer> {
    const users = await this.orm.repository(User);
    const { generatedMaps } = await users.insert({ name, email });
    const { id, created_at } = generatedMaps[0] as User;
    return { id, name, email, created_at };
  }

  /** One statement: `save` would read the row first, in a transaction. */
  async update(id: number, { name, email }: UserDto): Promise<UserAnswer | null> {
    const users = await this.orm.repository(User);
    const { raw } = await users
      .createQueryBuilder()
      .update()
      .set({ name, email })
      .where({ id })
      .returning(['id', 'name', 'email', 'created_at'])
      .execute();
    return (raw as UserAnswer[])[0] ?? null;
  }

  async remove(id: number): Promise<boolean> {
    const { affected } = await (await this.orm.repository(User)).delete(id);
    return (affected ?? 0) > 0;
  }
}
