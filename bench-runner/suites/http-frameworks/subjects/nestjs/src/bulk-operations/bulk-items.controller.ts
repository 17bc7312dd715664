import { Controller, Delete, HttpCode, Param, Post, Query } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { IntegerParameter } from '../http/integer-parameter.ts';
import {
  BulkItemsRepository,
  type BulkOperation,
  bulkOperations,
} from './bulk-items.repository.ts';

class OperationParameter {
  @IsIn(bulkOperations)
  operation!: BulkOperation;
}

class CountQuery {
  @IntegerParameter(1, 10_000)
  count = 100;
}

@Controller('bulk-operations')
export class BulkItemsController {
  constructor(private readonly items: BulkItemsRepository) {}

  @Delete('cleanup')
  async clean() {
    return { operation: 'cleanup', count: await this.items.clean() };
  }

  @Post(':operation')
  @HttpCode(200)
  async run(@Param() { operation }: OperationParameter, @Query() query: CountQuery) {
    const start = performance.now();
    const count = await this.items[operation](query.count);
    return { operation, count, elapsed_ms: performance.now() - start };
  }
}
