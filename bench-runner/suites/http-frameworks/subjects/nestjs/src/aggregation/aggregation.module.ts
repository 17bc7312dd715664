import { Module } from '@nestjs/common';
import { AggregationController } from './aggregation.controller.ts';
import { SqlAggregationService } from './sql-aggregation.service.ts';
import { TypeOrmAggregationService } from './typeorm-aggregation.service.ts';

@Module({
  controllers: [AggregationController],
  providers: [SqlAggregationService, TypeOrmAggregationService],
})
export class AggregationModule {}
