import canonicalize from 'canonicalize';

/** JSON.stringify spells a lone surrogate out as an escape; an escaped backslash before it is text. */
const loneSurrogate = /(?<!\\)(?:\\\\)*\\ud[89a-f][0-9a-f]{2}/;

/**
 * JSON in the canonical form of RFC 8785: keys sorted by UTF-16 code units, no white space,
 * numbers as ECMAScript writes them. The same data has one canonical form, however it was typed.
 * @throws TypeError where the data has no such form (undefined, NaN, infinities, lone surrogates).
 */
export function canonicalJson(data: unknown): string {
  const text = serialised(data);
  if (text === undefined) throw new TypeError('expected data that has a JSON form');
  if (loneSurrogate.test(text)) {
    throw new TypeError('expected text without lone surrogates, which UTF-8 cannot hold');
  }
  return text;
}

function serialised(data: unknown): string | undefined {
  try {
    return canonicalize(data);
  } catch (cause) {
    throw new TypeError('expected data that has a JSON form', { cause });
  }
}
