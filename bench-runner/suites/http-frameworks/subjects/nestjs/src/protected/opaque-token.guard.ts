import {
  type CanActivate,
  type ExecutionContext,
  Injectable,
  UnauthorizedException,
} from '@nestjs/common';
import { bearerToken } from '../http/bearer-token.ts';

/** What the guard adds to a request of either adapter. */
export interface WithUser {
  headers: { authorization?: string };
  user: string;
}

const shortest = 10;

/** Takes any token that is long enough, as a service behind an identity provider would. */
@Injectable()
export class OpaqueTokenGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<WithUser>();
    const token = bearerToken(request.headers.authorization);
    if (token === undefined || token.length < shortest) {
      throw new UnauthorizedException(
        `authorization must be a bearer token of at least ${shortest} characters`,
      );
    }
    request.user = `user_from_token_${token.slice(0, 8)}`;
    return true;
  }
}
