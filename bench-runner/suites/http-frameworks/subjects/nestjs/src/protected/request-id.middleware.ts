import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Injectable, type NestMiddleware } from '@nestjs/common';

/** The client's own id where it is a plain one; it is told back in the answer. */
@Injectable()
export class RequestIdMiddleware implements NestMiddleware {
  use(request: IncomingMessage, response: ServerResponse, next: () => void): void {
    const given = request.headers['x-request-id'];
    const plain = typeof given === 'string' && /^[\w.=-]{1,200}$/.test(given);
    const id = plain ? given : randomUUID();
    request.headers['x-request-id'] = id;
    response.setHeader('X-Request-Id', id);
    next();
  }
}
