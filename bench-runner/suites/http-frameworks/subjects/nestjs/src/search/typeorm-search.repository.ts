import { Injectable } from '@nestjs/common';
import { Like } from 'typeorm';
import { TypeOrmService } from '../database/typeorm.service.ts';
import { Post } from '../n-plus-one/author.entity.ts';
import type { Hit, SearchRepository } from './search.repository.ts';

@Injectable()
export class TypeOrmSearchRepository implements SearchRepository {
  constructor(private readonly orm: TypeOrmService) {}

  async like(pattern: string, take: number): Promise<Hit[]> {
    return (await this.orm.repository(Post)).find({
      select: { id: true, title: true },
      where: [{ title: Like(pattern) }, { body: Like(pattern) }],
      order: { id: 'ASC' },
      take,
    });
  }

  async fullText(words: string, limit: number): Promise<Hit[]> {
    return (await this.orm.repository(Post))
      .createQueryBuilder('post')
      .select(['post.id', 'post.title'])
      .where(`post.search @@ plainto_tsquery('english', :words)`, { words })
      .orderBy('post.id', 'ASC')
      .limit(limit)
      .getMany();
  }
}
