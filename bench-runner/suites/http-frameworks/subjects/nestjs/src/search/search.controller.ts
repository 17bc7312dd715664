import { Controller, Get, Query } from '@nestjs/common';
import { IsString, Length } from 'class-validator';
import { IntegerParameter } from '../http/integer-parameter.ts';
import { WithoutNullCharacter } from '../http/without-null-character.ts';
import { SearchRepository } from './search.repository.ts';

class SearchQuery {
  @IsString()
  @Length(1, 100)
  @WithoutNullCharacter()
  q!: string;

  @IntegerParameter(1, 100)
  limit = 20;
}

@Controller('search')
export class SearchController {
  constructor(private readonly posts: SearchRepository) {}

  @Get('like')
  like(@Query() { q, limit }: SearchQuery) {
    return this.posts.like(`%${q.replaceAll(/[\\%_]/g, '\\$&')}%`, limit);
  }

  @Get('fulltext')
  fullText(@Query() { q, limit }: SearchQuery) {
    return this.posts.fullText(q, limit);
  }
}
