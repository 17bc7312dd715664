/** More than the tables of nearly all pages, which a page and its citations ask for one by one. */
const kept = 16;

/**
 * A function that remembers what it made of the last few objects. What it made is let go of soon,
 * where a `WeakMap` would keep it as long as the object: collecting that garbage takes longer than
 * making most of it anew.
 */
export function rememberingRecent<Key extends object, Made>(
  make: (key: Key) => Made,
): (key: Key) => Made {
  const keys: Key[] = [];
  const made: Made[] = [];
  let next = 0;
  return (key) => {
    const known = made[keys.indexOf(key)];
    if (known !== undefined) return known;
    const fresh = make(key);
    keys[next] = key;
    made[next] = fresh;
    next = (next + 1) % kept;
    return fresh;
  };
}
