import { Controller, Get, Param, Query } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { IntegerParameter } from '../http/integer-parameter.ts';
import type { Aggregation } from './aggregation.ts';
import { SqlAggregationService } from './sql-aggregation.service.ts';
import { TypeOrmAggregationService } from './typeorm-aggregation.service.ts';

class LayerParameter {
  @IsIn(['orm', 'raw'])
  layer!: 'orm' | 'raw';
}

class LimitQuery {
  @IntegerParameter(1, 100)
  limit = 10;
}

@Controller('aggregation')
export class AggregationController {
  readonly #layers: Record<'orm' | 'raw', Aggregation>;

  constructor(raw: SqlAggregationService, orm: TypeOrmAggregationService) {
    this.#layers = { raw, orm };
  }

  @Get('count/:layer')
  counts(@Param() { layer }: LayerParameter) {
    return this.#layers[layer].counts();
  }

  @Get('stats/country/:layer')
  byCountry(@Param() { layer }: LayerParameter, @Query() { limit }: LimitQuery) {
    return this.#layers[layer].byCountry(limit);
  }

  @Get('stats/author/:layer')
  byAuthor(@Param() { layer }: LayerParameter, @Query() { limit }: LimitQuery) {
    return this.#layers[layer].byAuthor(limit);
  }
}
