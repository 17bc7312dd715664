import { User } from '../../domain/user.ts';

export interface UserRow {
  id: number;
  name: string;
  email: string;
  created_at: Date;
}

export const userFrom = ({ id, name, email, created_at }: UserRow): User =>
  User.restore({ id, name, email, createdAt: created_at });
