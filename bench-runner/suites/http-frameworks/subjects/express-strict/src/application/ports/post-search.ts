import type { Post } from '../../domain/author.ts';

export type Hit = Pick<Post, 'id' | 'title'>;

export interface PostSearch {
  containing(text: string, limit: number): Promise<Hit[]>;
  matching(words: string, limit: number): Promise<Hit[]>;
}
