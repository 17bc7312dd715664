import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { TypeOrmService } from '../database/typeorm.service.ts';
import { Author, Post } from './author.entity.ts';
import type { AuthorAnswer, AuthorsRepository } from './authors.repository.ts';

@Injectable()
export class TypeOrmAuthorsRepository implements AuthorsRepository {
  constructor(private readonly orm: TypeOrmService) {}

  async lazy(take: number, skip: number): Promise<AuthorAnswer[]> {
    const posts = await this.orm.repository(Post);
    const authors = await this.#page(take, skip);
    for (const author of authors) {
      author.posts = await posts.find({ where: { author_id: author.id }, order: { id: 'ASC' } });
    }
    return authors;
  }

  /** The page is a subquery: `take` with a join would ask for the ids first, in a query more. */
  async eager(limit: number, offset: number): Promise<AuthorAnswer[]> {
    const authors = (await this.orm.repository(Author)).createQueryBuilder('author');
    const page = authors
      .subQuery()
      .select('page.id')
      .from(Author, 'page')
      .orderBy('page.id')
      .limit(limit)
      .offset(offset)
      .getQuery();
    return authors
      .leftJoinAndSelect('author.posts', 'post')
      .where(`author.id IN ${page}`)
      .orderBy({ 'author.id': 'ASC', 'post.id': 'ASC' })
      .getMany();
  }

  async subquery(take: number, skip: number): Promise<AuthorAnswer[]> {
    const posts = await this.orm.repository(Post);
    const authors = await this.#page(take, skip);
    const byId = new Map(authors.map((author) => [author.id, author]));
    const found = await posts.find({
      select: { id: true, author_id: true, title: true, views: true },
      where: { author_id: In([...byId.keys()]) },
      order: { id: 'ASC' },
    });
    for (const author of authors) author.posts = [];
    for (const { author_id, id, title, views } of found) {
      byId.get(author_id)?.posts.push({ id, title, views } as Post);
    }
    return authors;
  }

  async #page(take: number, skip: number): Promise<Author[]> {
    return (await this.orm.repository(Author)).find({ order: { id: 'ASC' }, take, skip });
  }
}
