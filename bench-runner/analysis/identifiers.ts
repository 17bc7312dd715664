import { fnv1a } from '../statistics/derived-seed.ts';

const longest = 64;

/** A text in kebab-case: what is no letter or digit becomes a hyphen, a minus sign a word. */
export function kebab(text: string): string {
  return text
    .toLowerCase()
    .replace(/(^|[\s=,])-(?=\d)/g, '$1minus-')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/**
 * An identifier for each name: the name in kebab-case or, where that is longer than 64 characters
 * or an earlier name has it, its beginning and eight digits of an FNV-1a hash.
 */
export function uniqueIdentifiers(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let identifier = kebab(name);
    for (let attempt = 0; !isFree(identifier); attempt += 1) {
      const hash = fnv1a(`${name}${'+'.repeat(attempt)}`)
        .toString(16)
        .padStart(8, '0');
      identifier = [kebab(name).slice(0, longest - 9), hash].join('-').replace(/^-|-(?=-)/g, '');
    }
    taken.add(identifier);
    return identifier;
  });
  function isFree(identifier: string): boolean {
    return identifier !== '' && identifier.length <= longest && !taken.has(identifier);
  }
}
