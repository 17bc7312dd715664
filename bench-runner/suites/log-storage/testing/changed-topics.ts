import type { StorageSubject, StorageTopics } from '../subject.ts';
import { openTopics } from '../subjects/segment-log/topic-adapter.ts';

/** The segment log's topics with some of their functions replaced. */
export function changedTopics(
  change: (topics: StorageTopics) => Partial<StorageTopics>,
): StorageSubject {
  return {
    openTopics: async (place, options) => {
      const topics = await openTopics(place, options);
      return { ...topics, ...change(topics) };
    },
  };
}
