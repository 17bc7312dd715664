import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('users_pagination')
export class PaginatedUser {
  @PrimaryColumn('integer')
  id!: number;

  @Column('text')
  name!: string;

  @Column('text')
  email!: string;

  @Column('timestamptz')
  created_at!: Date;
}
