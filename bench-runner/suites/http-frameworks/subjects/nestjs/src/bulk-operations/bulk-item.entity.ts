import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('bulk_items')
export class BulkItem {
  @PrimaryGeneratedColumn('identity')
  id!: number;

  @Column('text')
  name!: string;

  @Column('integer')
  value!: number;

  @CreateDateColumn({ type: 'timestamptz' })
  created_at!: Date;
}
