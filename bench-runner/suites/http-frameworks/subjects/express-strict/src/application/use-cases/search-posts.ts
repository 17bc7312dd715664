import { storableText } from '../../domain/storable-text.ts';
import type { Hit, PostSearch } from '../ports/post-search.ts';

const longest = 100;

export type SearchBy = 'like' | 'fulltext';

export class SearchPosts {
  readonly #posts: PostSearch;

  constructor(posts: PostSearch) {
    this.#posts = posts;
  }

  /** @throws InvalidValue */
  async execute(by: SearchBy, text: string, limit: number): Promise<Hit[]> {
    const term = storableText('q', text, longest);
    return by === 'like' ? this.#posts.containing(term, limit) : this.#posts.matching(term, limit);
  }
}
