import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { TypeOrmService } from '../database/typeorm.service.ts';
import type { UserAnswer } from '../users/user.dto.ts';
import { PaginatedUser } from './paginated-user.entity.ts';
import type { PaginationRepository } from './pagination.repository.ts';

@Injectable()
export class TypeOrmPaginationRepository implements PaginationRepository {
  constructor(private readonly orm: TypeOrmService) {}

  async page(take: number, skip: number): Promise<UserAnswer[]> {
    const users = await this.orm.repository(PaginatedUser);
    return users.find({ order: { id: 'ASC' }, take, skip });
  }

  async count(): Promise<number> {
    return (await this.orm.repository(PaginatedUser)).count();
  }

  async after(id: number, take: number): Promise<UserAnswer[]> {
    const users = await this.orm.repository(PaginatedUser);
    return users.find({ where: { id: MoreThan(id) }, order: { id: 'ASC' }, take });
  }
}
