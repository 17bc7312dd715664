import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('users')
export class User {
  @PrimaryGeneratedColumn('identity')
  id!: number;

  @Column('text')
  name!: string;

  @Column('text', { unique: true })
  email!: string;

  /** Read where they are counted only. */
  @Column('text', { default: 'US', select: false })
  country!: string;

  @Column('text', { default: 'active', select: false })
  status!: string;

  @Column('integer', { default: 0, select: false })
  login_count!: number;

  @CreateDateColumn({ type: 'timestamptz' })
  created_at!: Date;
}
