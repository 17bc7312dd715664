import { BulkItem } from '../bulk-operations/bulk-item.entity.ts';
import { plusOneUsers, typedUsers } from '../column-overhead/user-typed.entity.ts';
import { UserExtraWide, UserNarrow, UserWide } from '../column-overhead/user-width.entity.ts';
import { Author, Post } from '../n-plus-one/author.entity.ts';
import { PaginatedUser } from '../pagination/paginated-user.entity.ts';
import { Product } from '../transactions/product.entity.ts';
import { User } from '../users/user.entity.ts';

export const entities = [
  User,
  PaginatedUser,
  UserNarrow,
  UserWide,
  UserExtraWide,
  ...Object.values(typedUsers),
  ...Object.values(plusOneUsers),
  Author,
  Post,
  BulkItem,
  Product,
];
