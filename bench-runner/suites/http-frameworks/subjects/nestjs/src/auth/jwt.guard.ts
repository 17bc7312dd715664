import {
  type CanActivate,
  type ExecutionContext,
  Injectable,
  UnauthorizedException,
} from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { bearerToken } from '../http/bearer-token.ts';

/** What the guard adds to a request of either adapter. */
export interface WithUserId {
  headers: { authorization?: string };
  userId: number;
}

/** Lets through who has a token of ours that has not expired. */
@Injectable()
export class JwtGuard implements CanActivate {
  constructor(private readonly jwt: JwtService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<WithUserId>();
    const token = bearerToken(request.headers.authorization);
    const claims = token
      ? await this.jwt.verifyAsync<{ sub?: string; exp?: number }>(token).catch(() => null)
      : null;
    const userId = Number(claims?.sub);
    if (!claims?.exp || !Number.isSafeInteger(userId)) {
      throw new UnauthorizedException('authorization must be a valid bearer token');
    }
    request.userId = userId;
    return true;
  }
}
