import { Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { IdParameter } from '../http/id.parameter.ts';
import { IntegerParameter } from '../http/integer-parameter.ts';
import { UsersService } from '../users/users.service.ts';
import { type CachedUser, UserCacheService } from './user-cache.service.ts';

class WarmupQuery {
  @IntegerParameter(1, 1_000)
  count = 100;
}

const answer = (source: 'cache' | 'database', user: CachedUser, start: number) => ({
  source,
  user_id: user.id,
  name: user.name,
  email: user.email,
  elapsed_ms: performance.now() - start,
});

@Controller('cache')
export class CacheController {
  constructor(
    private readonly cache: UserCacheService,
    private readonly users: UsersService,
  ) {}

  @Delete('flush')
  async flush() {
    await this.cache.clear();
    return { flushed: true };
  }

  @Post('warmup')
  @HttpCode(200)
  async warmUp(@Query() { count }: WarmupQuery) {
    const start = performance.now();
    const users = await this.users.first(count);
    await this.cache.fill(users);
    return { warmed_count: users.length, elapsed_ms: performance.now() - start };
  }

  @Delete('users/:id')
  async remove(@Param() { id }: IdParameter) {
    await this.cache.remove(id);
    return { removed: true };
  }

  @Get('users/:id/no-cache')
  async uncached(@Param() { id }: IdParameter) {
    const start = performance.now();
    return answer('database', await this.users.find(id), start);
  }

  @Get('users/:id/cached')
  async cached(@Param() { id }: IdParameter) {
    const start = performance.now();
    const cached = await this.cache.get(id);
    if (cached) return answer('cache', cached, start);
    const user = await this.users.find(id);
    // Without Redis there is still an answer.
    await this.cache.set(user).catch(() => undefined);
    return answer('database', user, start);
  }
}
