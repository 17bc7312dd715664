import 'reflect-metadata';
import type { Server } from 'node:http';
import { HttpAdapterHost, NestFactory } from '@nestjs/core';
import type { Adapter } from './adapters/adapter.ts';
import { appModule } from './app.module.ts';
import { config } from './config/config.ts';
import { ExceptionFilter } from './http/exception.filter.ts';
import { validationPipe } from './http/validation-pipe.ts';

const longestStopMs = 4_000;

/** Starts to answer; on SIGTERM it lets what is under way end and closes everything. */
export async function bootstrap(): Promise<void> {
  const { http, uploadController, prepare } = await loadAdapter();
  const app = await NestFactory.create(appModule(uploadController), http, {
    bodyParser: false,
    logger: ['error', 'warn'],
  });
  await prepare(app);
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ExceptionFilter(app.get(HttpAdapterHost).httpAdapter));
  await app.listen(config.port, config.host);

  process.once('SIGTERM', () => {
    // A connection that idles is closed as soon as it does; a request must not take for ever.
    setInterval(() => (app.getHttpServer() as Server).closeIdleConnections(), 50).unref();
    setTimeout(() => process.exit(0), longestStopMs).unref();
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}

/** The other one's packages are not even read. */
async function loadAdapter(): Promise<Adapter> {
  const { adapter } =
    config.adapter === 'express'
      ? await import('./adapters/express.ts')
      : await import('./adapters/fastify.ts');
  return adapter();
}
