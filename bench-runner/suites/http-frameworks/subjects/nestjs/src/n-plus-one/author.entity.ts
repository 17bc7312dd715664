import type { Relation } from 'typeorm';
import { Column, Entity, Index, JoinColumn, ManyToOne, OneToMany, PrimaryColumn } from 'typeorm';

@Entity('authors')
export class Author {
  @PrimaryColumn('integer')
  id!: number;

  @Column('text')
  name!: string;

  @Column('text')
  email!: string;

  @OneToMany(
    () => Post,
    (post) => post.author,
  )
  posts!: Relation<Post>[];
}

@Entity('posts')
export class Post {
  @PrimaryColumn('integer')
  id!: number;

  @Index()
  @Column('integer', { select: false })
  author_id!: number;

  @ManyToOne(
    () => Author,
    (author) => author.posts,
  )
  @JoinColumn({ name: 'author_id' })
  author!: Relation<Author>;

  @Column('text')
  title!: string;

  @Column('text', { select: false })
  body!: string;

  @Column('integer')
  views!: number;

  @Column({ type: 'tsvector', select: false, insert: false, update: false })
  search!: string;
}
