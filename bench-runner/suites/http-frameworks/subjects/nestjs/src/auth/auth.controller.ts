import { Controller, Get, HttpCode, Post, Query, Req, UseGuards } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { IntegerParameter, largestId } from '../http/integer-parameter.ts';
import { UsersService } from '../users/users.service.ts';
import { JwtGuard, type WithUserId } from './jwt.guard.ts';

class LoginQuery {
  @IntegerParameter(1, largestId)
  user_id!: number;
}

@Controller('auth')
export class AuthController {
  constructor(
    private readonly jwt: JwtService,
    private readonly users: UsersService,
  ) {}

  @Post('login/jwt')
  @HttpCode(200)
  async login(@Query() { user_id }: LoginQuery) {
    const { id } = await this.users.find(user_id, 'user_id');
    return { access_token: await this.jwt.signAsync({ sub: String(id) }) };
  }

  @Get('protected/jwt')
  @UseGuards(JwtGuard)
  withToken(@Req() { userId }: WithUserId) {
    return { auth_type: 'jwt', user_id: userId };
  }

  @Get('protected/none')
  withoutToken() {
    return { auth_type: 'none', user_id: null };
  }
}
