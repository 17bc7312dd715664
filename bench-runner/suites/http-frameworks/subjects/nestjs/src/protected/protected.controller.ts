import { Controller, Get, Req, UseGuards } from '@nestjs/common';
import { OpaqueTokenGuard, type WithUser } from './opaque-token.guard.ts';

@Controller('protected')
@UseGuards(OpaqueTokenGuard)
export class ProtectedController {
  @Get()
  get(@Req() { user }: WithUser) {
    return { message: 'Access granted', user };
  }
}
