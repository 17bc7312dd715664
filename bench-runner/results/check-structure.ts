import type { Problem } from './document-error.ts';
import { fieldPath } from './field-path.ts';

/** Levels of objects and arrays in one another; a valid document has far fewer. */
const deepest = 24;

interface Fault {
  path: PropertyKey[];
  rule: string;
}

/**
 * What must hold before a schema can look at parsed JSON: no key that JavaScript would take for an
 * object's prototype, and no nesting that exhausts the stack.
 */
export function checkStructure(data: unknown): Problem[] {
  const fault = faultIn(data, 0);
  return fault ? [{ path: fieldPath(fault.path), rule: fault.rule }] : [];
}

/** The first fault; its path is put together on the way back, since valid data needs none. */
function faultIn(value: unknown, level: number): Fault | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (level > deepest) return { path: [], rule: `expected at most ${deepest} levels` };
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      const fault = faultIn(value[index], level + 1);
      if (fault) return below(index, fault);
    }
    return undefined;
  }
  for (const key of Object.keys(value)) {
    if (key === '__proto__') return { path: [key], rule: 'refused as a key' };
    const fault = faultIn(Reflect.get(value, key), level + 1);
    if (fault) return below(key, fault);
  }
  return undefined;
}

function below(key: PropertyKey, fault: Fault): Fault {
  fault.path.unshift(key);
  return fault;
}
