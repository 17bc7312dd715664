import { Controller, Get, Param, Query } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { IntegerParameter } from '../http/integer-parameter.ts';
import { type ColumnType, columnTypes } from './column-type.ts';
import { ColumnsRepository } from './columns.repository.ts';

class LimitQuery {
  @IntegerParameter(1, 1_000)
  limit = 100;
}

class TypeParameter {
  @IsIn(columnTypes)
  type!: ColumnType;
}

@Controller('column-overhead')
export class ColumnsController {
  constructor(private readonly columns: ColumnsRepository) {}

  @Get('narrow')
  narrow(@Query() { limit }: LimitQuery) {
    return this.columns.narrow(limit);
  }

  @Get('wide')
  wide(@Query() { limit }: LimitQuery) {
    return this.columns.wide(limit);
  }

  @Get('extra-wide')
  extraWide(@Query() { limit }: LimitQuery) {
    return this.columns.extraWide(limit);
  }

  @Get('wide-projected')
  wideProjected(@Query() { limit }: LimitQuery) {
    return this.columns.wideProjected(limit);
  }

  @Get('type/:type')
  typed(@Param() { type }: TypeParameter, @Query() { limit }: LimitQuery) {
    return this.columns.typed(type, limit);
  }

  @Get('plus-one/:type')
  plusOne(@Param() { type }: TypeParameter, @Query() { limit }: LimitQuery) {
    return this.columns.plusOne(type, limit);
  }
}
