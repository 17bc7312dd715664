import type { Problem } from './document-error.ts';
import { fieldPath } from './field-path.ts';

/** Levels of objects and arrays in one another; a valid document has far fewer. */
const deepest = 24;

/**
 * What must hold before a schema can look at parsed JSON: no key that JavaScript would take for an
 * object's prototype, and no nesting that exhausts the stack.
 */
export function checkStructure(data: unknown): Problem[] {
  const waiting: { value: unknown; path: PropertyKey[] }[] = [{ value: data, path: [] }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (path.length > deepest) {
      return [{ path: fieldPath(path), rule: `expected at most ${deepest} levels` }];
    }
    const isArray = Array.isArray(value);
    for (const [key, inner] of Object.entries(value)) {
      if (key === '__proto__') {
        return [{ path: fieldPath([...path, key]), rule: 'refused as a key' }];
      }
      if (typeof inner === 'object' && inner !== null) {
        waiting.push({ value: inner, path: [...path, isArray ? Number(key) : key] });
      }
    }
  }
  return [];
}
