import { Injectable, type Type } from '@nestjs/common';
import { TypeOrmService } from '../database/typeorm.service.ts';
import type { ColumnType } from './column-type.ts';
import type { ColumnsRepository, Rows } from './columns.repository.ts';
import { plusOneUsers, typedUsers } from './user-typed.entity.ts';
import { type NamedUser, UserExtraWide, UserNarrow, UserWide } from './user-width.entity.ts';

@Injectable()
export class TypeOrmColumnsRepository implements ColumnsRepository {
  constructor(private readonly orm: TypeOrmService) {}

  narrow(limit: number): Rows {
    return this.#all(UserNarrow, limit);
  }

  wide(limit: number): Rows {
    return this.#all(UserWide, limit);
  }

  extraWide(limit: number): Rows {
    return this.#all(UserExtraWide, limit);
  }

  async wideProjected(take: number): Rows {
    const users = await this.orm.repository(UserWide);
    const select = { id: true, name: true, email: true, status: true, created_at: true };
    return users.find({ select, order: { id: 'ASC' }, take });
  }

  typed(type: ColumnType, limit: number): Rows {
    return this.#all(typedUsers[type], limit);
  }

  plusOne(type: ColumnType, limit: number): Rows {
    return this.#all(plusOneUsers[type], limit);
  }

  async #all(entity: Type<NamedUser>, take: number): Rows {
    return (await this.orm.repository(entity)).find({ order: { id: 'ASC' }, take });
  }
}
