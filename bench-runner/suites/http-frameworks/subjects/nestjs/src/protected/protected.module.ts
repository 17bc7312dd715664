import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { AccessLogMiddleware } from './access-log.middleware.ts';
import { ProtectedController } from './protected.controller.ts';
import { RequestIdMiddleware } from './request-id.middleware.ts';

@Module({ controllers: [ProtectedController] })
export class ProtectedModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(RequestIdMiddleware, AccessLogMiddleware).forRoutes(ProtectedController);
  }
}
