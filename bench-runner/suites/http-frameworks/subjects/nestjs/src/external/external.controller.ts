import { HttpService } from '@nestjs/axios';
import { BadGatewayException, Controller, Get } from '@nestjs/common';
import { firstValueFrom } from 'rxjs';
import { config } from '../config/config.ts';

@Controller('external')
export class ExternalController {
  constructor(private readonly http: HttpService) {}

  @Get()
  async get() {
    const start = performance.now();
    const { data } = await firstValueFrom(this.http.get<unknown>(config.externalUrl)).catch(
      (error: Error) => {
        throw new BadGatewayException(`The external API failed: ${error.message}`);
      },
    );
    return { source: 'external', latency_ms: performance.now() - start, data };
  }
}
