/** JSON text that can stand between quotes as it is, as nearly all text of documents can. */
const plain = /^[ !#-[\]-~]*$/;
const loneSurrogate = /\p{Cs}/u;

/**
 * JSON in the canonical form of RFC 8785: keys sorted by UTF-16 code units, no white space,
 * numbers as ECMAScript writes them. The same data has one canonical form, however it was typed.
 * What is undefined is left out of objects and is null in arrays, as in `JSON.stringify`.
 * @throws TypeError where the data has no such form (undefined, NaN, infinities, lone surrogates).
 */
export function canonicalJson(data: unknown): string {
  try {
    return written(data);
  } catch (cause) {
    if (cause instanceof TypeError) throw cause;
    // A cycle exhausts the stack.
    throw new TypeError('expected data that has a JSON form', { cause });
  }
}

function written(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number' && Number.isFinite(value)) return `${value}`;
  if (typeof value === 'boolean' || value === null) return String(value);
  if (typeof value === 'object') return Array.isArray(value) ? list(value) : fields(value);
  throw new TypeError(`expected data that has a JSON form, not ${String(value)}`);
}

function quoted(text: string): string {
  if (plain.test(text)) return `"${text}"`;
  if (loneSurrogate.test(text)) {
    throw new TypeError('expected text without lone surrogates, which UTF-8 cannot hold');
  }
  return JSON.stringify(text);
}

function list(values: readonly unknown[]): string {
  let text = '[';
  for (let index = 0; index < values.length; index += 1) {
    if (index > 0) text += ',';
    text += written(values[index] ?? null);
  }
  return `${text}]`;
}

function fields(value: object): string {
  const { names, openings } = layoutOf(Object.keys(value));
  let text = '';
  for (let index = 0; index < names.length; index += 1) {
    const inner: unknown = (value as Readonly<Record<string, unknown>>)[names[index] ?? ''];
    if (inner === undefined) continue;
    text += (text === '' ? '{' : ',') + openings[index] + written(inner);
  }
  return text === '' ? '{}' : `${text}}`;
}

/** The keys of an object in canonical order. */
interface Layout {
  /** As the object has them. */
  keys: readonly string[];
  names: readonly string[];
  /** `"name":` of each. */
  openings: readonly string[];
}

/**
 * Layouts met lately, by the hash of their keys: the cells of a table have few layouts, and sorting
 * their keys one by one takes most of the time of a fingerprint.
 */
const layouts: (Layout | undefined)[] = new Array(256);

function layoutOf(keys: readonly string[]): Layout {
  let hash = keys.length;
  for (const key of keys) hash = (hash * 31 + key.length) & 255;
  const known = layouts[hash];
  if (known && same(known.keys, keys)) return known;
  const names = keys.toSorted();
  const layout = { keys, names, openings: names.map((name) => `${quoted(name)}:`) };
  layouts[hash] = layout;
  return layout;
}

function same(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false;
  return true;
}
