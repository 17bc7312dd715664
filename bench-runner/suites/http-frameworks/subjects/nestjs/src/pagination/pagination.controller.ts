import { Controller, Get, Query } from '@nestjs/common';
import { CursorQuery, OffsetQuery } from './pagination.dto.ts';
import { PaginationRepository } from './pagination.repository.ts';

@Controller('users')
export class PaginationController {
  constructor(private readonly users: PaginationRepository) {}

  @Get('offset')
  async offset(@Query() { page, size, count }: OffsetQuery) {
    const items = this.users.page(size, (page - 1) * size);
    if (count === 'false') return { items: await items, page, size };
    const [found, total] = await Promise.all([items, this.users.count()]);
    return { items: found, total, page, size, total_pages: Math.ceil(total / size) };
  }

  @Get('cursor')
  async cursor(@Query() { cursor, size }: CursorQuery) {
    const items = await this.users.after(cursor, size);
    const last = items.length === size ? items.at(-1)?.id : undefined;
    return { items, next_cursor: last ?? null, size };
  }
}
