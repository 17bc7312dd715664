import type { ColumnType as Column, Generated } from 'kysely';
import type {
  ColumnKind,
  ColumnType,
  extraWideColumns,
  narrowColumns,
  wideColumns,
} from '../columns.ts';

interface Kinds {
  integer: number;
  text: string;
  moment: Date;
  flag: boolean;
  json: object;
}

type Row<Columns extends Readonly<Record<string, ColumnKind>>> = {
  [Name in keyof Columns]: Kinds[Columns[Name]];
};

interface People {
  id: Generated<number>;
  name: string;
  email: string;
  created_at: Generated<Date>;
}

interface Users extends People {
  country: Generated<string>;
  status: Generated<string>;
  login_count: Generated<number>;
}

interface Posts {
  id: number;
  author_id: number;
  title: string;
  body: string;
  views: number;
  created_at: Date;
  search: Column<string, never, never>;
}

interface BulkItems {
  id: Generated<number>;
  name: string;
  value: number;
  created_at: Generated<Date>;
}

interface Products {
  id: number;
  name: string;
  stock: number;
  version: number;
  updated_at: Date;
}

type Typed = {
  [Type in ColumnType as `users_type_${Type}`]: {
    id: number;
    name: string;
    email: string;
  } & Record<`value_${1 | 2 | 3 | 4 | 5}`, unknown>;
};

type PlusOne = {
  [Type in ColumnType as `users_plus_${Type}`]: Row<typeof narrowColumns> & { extra: unknown };
};

/** Tables of the database, as Kysely is told of them. */
export interface Tables extends Typed, PlusOne {
  users: Users;
  users_pagination: People;
  users_narrow: Row<typeof narrowColumns>;
  users_wide: Row<typeof wideColumns>;
  users_extra_wide: Row<typeof extraWideColumns>;
  authors: People & { country: string };
  posts: Posts;
  bulk_items: BulkItems;
  products: Products;
}
