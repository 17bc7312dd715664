import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { config } from '../config/config.ts';
import { EchoDto } from './echo.dto.ts';

@Controller()
export class HealthController {
  @Get('health')
  health() {
    return { status: 'ok', server: config.subject };
  }

  @Post('echo')
  @HttpCode(200)
  echo(@Body() { message, data }: EchoDto) {
    return { message, data };
  }
}
