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
 * or another name has it too, its beginning and eight digits of the name's FNV-1a hash.
 */
export function uniqueIdentifiers(names: readonly string[]): string[] {
  const plain = names.map(kebab);
  return names.map((name, index) => {
    const identifier = plain[index] ?? '';
    const shared = plain.some((other, at) => other === identifier && at !== index);
    if (identifier !== '' && identifier.length <= longest && !shared) return identifier;
    const hash = fnv1a(name).toString(16).padStart(8, '0');
    const start = identifier.slice(0, longest - 9).replace(/-$/, '');
    return start === '' ? hash : `${start}-${hash}`;
  });
}
