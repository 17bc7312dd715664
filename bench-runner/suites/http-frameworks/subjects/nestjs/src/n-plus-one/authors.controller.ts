import { Controller, Get, Query } from '@nestjs/common';
import { IntegerParameter } from '../http/integer-parameter.ts';
import { AuthorsRepository } from './authors.repository.ts';

class PageQuery {
  @IntegerParameter(1, 100)
  limit = 20;

  @IntegerParameter(0, 1_000_000)
  offset = 0;
}

@Controller('n-plus-one')
export class AuthorsController {
  constructor(private readonly authors: AuthorsRepository) {}

  @Get('lazy')
  lazy(@Query() { limit, offset }: PageQuery) {
    return this.authors.lazy(limit, offset);
  }

  @Get('eager')
  eager(@Query() { limit, offset }: PageQuery) {
    return this.authors.eager(limit, offset);
  }

  @Get('subquery')
  subquery(@Query() { limit, offset }: PageQuery) {
    return this.authors.subquery(limit, offset);
  }
}
