import { Column, type ColumnType as DatabaseType, Entity } from 'typeorm';
import { type ColumnType, columnTypes } from './column-type.ts';
import { NamedUser, UserNarrow } from './user-width.entity.ts';

const databaseTypes: Record<ColumnType, DatabaseType> = {
  int: 'integer',
  timestamp: 'timestamptz',
  uuid: 'uuid',
  varchar: 'varchar',
  text: 'text',
  jsonb: 'jsonb',
};

function typedUser(type: ColumnType) {
  const Value = () => Column({ type: databaseTypes[type] });

  @Entity(`users_type_${type}`)
  class TypedUser extends NamedUser {
    @Value()
    value_1!: unknown;

    @Value()
    value_2!: unknown;

    @Value()
    value_3!: unknown;

    @Value()
    value_4!: unknown;

    @Value()
    value_5!: unknown;
  }
  return TypedUser;
}

function plusOneUser(type: ColumnType) {
  @Entity(`users_plus_${type}`)
  class PlusOneUser extends UserNarrow {
    @Column({ type: databaseTypes[type] })
    extra!: unknown;
  }
  return PlusOneUser;
}

const byType = <Value>(make: (type: ColumnType) => Value) =>
  Object.fromEntries(columnTypes.map((type) => [type, make(type)])) as Record<ColumnType, Value>;

export const typedUsers = byType(typedUser);
export const plusOneUsers = byType(plusOneUser);
