import type { UserAnswer } from '../users/user.dto.ts';

export abstract class PaginationRepository {
  abstract page(limit: number, offset: number): Promise<UserAnswer[]>;
  abstract count(): Promise<number>;
  abstract after(id: number, limit: number): Promise<UserAnswer[]>;
}
