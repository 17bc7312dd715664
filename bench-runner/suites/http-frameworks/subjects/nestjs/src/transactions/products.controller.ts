import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { IdParameter } from '../http/id.parameter.ts';
import { IntegerParameter, largestId } from '../http/integer-parameter.ts';
import { type Method, methods, ProductsService } from './products.service.ts';

class MethodParameter {
  @IsIn(methods)
  method!: Method;
}

class DecrementQuery {
  @IntegerParameter(1, largestId)
  product_id = 1;

  @IntegerParameter(1, 1_000)
  quantity = 1;
}

@Controller('transactions')
export class ProductsController {
  constructor(private readonly products: ProductsService) {}

  @Post('reset')
  @HttpCode(200)
  async reset() {
    return { count: await this.products.reset() };
  }

  @Get('products/:id')
  find(@Param() { id }: IdParameter) {
    return this.products.find(id);
  }

  @Post('decrement/:method')
  @HttpCode(200)
  async decrement(
    @Param() { method }: MethodParameter,
    @Query() { product_id, quantity }: DecrementQuery,
  ) {
    const start = performance.now();
    const outcome = await this.products.decrement(method, product_id, quantity);
    return { ...outcome, method, product_id, elapsed_ms: performance.now() - start };
  }
}
