import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('products')
export class Product {
  @PrimaryColumn('integer')
  id!: number;

  @Column('text')
  name!: string;

  @Column('integer')
  stock!: number;

  @Column('integer', { default: 0 })
  version!: number;

  @Column('timestamptz')
  updated_at!: Date;
}
