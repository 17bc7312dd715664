import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { HttpModule } from '@nestjs/axios';
import { Module } from '@nestjs/common';
import { ExternalController } from './external.controller.ts';

@Module({
  imports: [
    HttpModule.register({
      timeout: 5_000,
      responseType: 'json',
      transitional: { silentJSONParsing: false },
      httpAgent: new HttpAgent({ keepAlive: true }),
      httpsAgent: new HttpsAgent({ keepAlive: true }),
    }),
  ],
  controllers: [ExternalController],
})
export class ExternalModule {}
