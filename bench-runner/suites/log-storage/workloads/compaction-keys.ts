/** Which key each message of a log has, by number, and what compaction must leave of them. */
export interface MessageKeys {
  /** Number of the key by message. */
  keys: Uint32Array;
  distinct: number;
  /** 1 where a message is the newest of its key. */
  newest: Uint8Array;
}

/**
 * Gives messages keys in random order, so that a share of the messages has a newer one of its key:
 * every key stands once, and the others stand at random beside them.
 *
 * @param duplicates Share of messages with a newer one of their key, in [0, 1).
 */
export function messageKeys(
  messages: number,
  duplicates: number,
  random: () => number,
): MessageKeys {
  const distinct = Math.max(1, Math.round(messages * (1 - duplicates)));
  const keys = Uint32Array.from({ length: messages }, (_, message) =>
    message < distinct ? message : Math.floor(random() * distinct),
  );
  // Fisher and Yates' shuffle, in Durstenfeld's form.
  for (let last = messages - 1; last > 0; last -= 1) {
    const chosen = Math.floor(random() * (last + 1));
    const key = keys[last]!;
    keys[last] = keys[chosen]!;
    keys[chosen] = key;
  }
  const newest = new Uint8Array(messages);
  const seen = new Uint8Array(distinct);
  for (let message = messages - 1; message >= 0; message -= 1) {
    const key = keys[message]!;
    if (seen[key] === 0) newest[message] = 1;
    seen[key] = 1;
  }
  return { keys, distinct, newest };
}
