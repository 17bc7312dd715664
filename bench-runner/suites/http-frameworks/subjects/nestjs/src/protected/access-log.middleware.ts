import type { IncomingMessage, ServerResponse } from 'node:http';
import { Injectable, type NestMiddleware } from '@nestjs/common';
import { pino } from 'pino';

/** One line of JSON a request on standard output. */
@Injectable()
export class AccessLogMiddleware implements NestMiddleware {
  readonly #log = pino({ base: null });

  use(
    request: IncomingMessage & { originalUrl?: string },
    response: ServerResponse,
    next: () => void,
  ): void {
    const start = performance.now();
    const { method, originalUrl: path = request.url } = request;
    response.once('finish', () => {
      this.#log.info({
        request_id: request.headers['x-request-id'],
        method,
        path,
        status: response.statusCode,
        duration_ms: performance.now() - start,
      });
    });
    next();
  }
}
