import type { z } from 'zod';

type Schema = z.core.$ZodType;
/** Whether a value is one that the schema takes and leaves as it is. */
type Accepts = (value: unknown) => boolean;

const refuses: Accepts = () => false;

/**
 * A quick look at data that a schema may take: true only where the schema takes the data and would
 * give back the same, in the same order. False says nothing: the schema itself has to look, to name what is wrong or to
 * fill in defaults. Of a schema it knows objects, lists, records, unions and numbers; the rest it
 * asks the schema about, and remembers short texts that were taken.
 */
export function accepts(schema: Schema): Accepts {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return def.catchall?._zod.def.type === 'never'
        ? checked(strictObject(def.shape), def.checks)
        : refuses;
    case 'array':
      return checked(listOf(accepts(def.element)), def.checks);
    case 'record':
      return checked(recordOf(accepts(def.keyType), accepts(def.valueType)), def.checks);
    case 'union':
      return def.checks?.length ? refuses : either(def);
    case 'number':
      return number(schema, def);
    case 'nullable': {
      const inner = accepts(def.innerType);
      return (value) => value === null || inner(value);
    }
    case 'optional':
    case 'default':
      return accepts(def.innerType);
    default:
      return asked(schema);
  }
}

function strictObject(shape: Readonly<Record<string, Schema>>): Accepts {
  const fields = Object.entries(shape).map(([key, schema]) => ({
    key,
    inner: accepts(schema),
    optional: schema._zod.def.type === 'optional',
  }));
  // The schema gives fields back in its own order: only fields that have it stay as they are.
  return (value) => {
    if (!isObject(value)) return false;
    const keys = Object.keys(value);
    let place = 0;
    for (const { key, inner, optional } of fields) {
      if (keys[place] === key) {
        if (!inner(value[key])) return false;
        place += 1;
      } else if (!optional) return false;
    }
    return place === keys.length;
  };
}

function listOf(element: Accepts): Accepts {
  return (value) => {
    if (!Array.isArray(value)) return false;
    for (let index = 0; index < value.length; index += 1) if (!element(value[index])) return false;
    return true;
  };
}

function recordOf(key: Accepts, field: Accepts): Accepts {
  return (value) => {
    if (!isObject(value)) return false;
    for (const name of Object.keys(value)) {
      if (!key(name) || !field(value[name])) return false;
    }
    return true;
  };
}

/** One of several: by the field that tells them apart, where the schema names one, else any. */
function either(def: z.core.$ZodUnionDef & { discriminator?: string }): Accepts {
  const options = def.options.map((schema) => ({ schema, accepts: accepts(schema) }));
  const { discriminator } = def;
  if (discriminator === undefined) {
    return (value) => options.some((option) => option.accepts(value));
  }
  const byValue = new Map(
    options.flatMap((option) =>
      [...(option.schema._zod.propValues?.[discriminator] ?? [])].map(
        (value) => [value as unknown, option.accepts] as const,
      ),
    ),
  );
  return (value) => isObject(value) && (byValue.get(value[discriminator])?.(value) ?? false);
}

function number(schema: Schema, def: z.core.$ZodNumberDef): Accepts {
  const bounds = (def.checks ?? []).map((check) => numberCheck(check));
  // A format that the schema is itself, or a rule that is not known here.
  if ('check' in def || bounds.includes(null)) return asked(schema);
  const known = bounds.filter((bound) => bound !== null);
  return (value) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return false;
    for (const bound of known) if (!bound(value)) return false;
    return true;
  };
}

function numberCheck(check: z.core.$ZodCheck<never>): ((value: number) => boolean) | null {
  const { def } = (check as unknown as z.core.$ZodChecks)._zod;
  if (def.check === 'number_format' && def.format === 'safeint') return Number.isSafeInteger;
  if (def.check === 'greater_than' || def.check === 'less_than') {
    const { value: bound, inclusive } = def;
    if (typeof bound !== 'number') return null;
    if (def.check === 'greater_than') {
      return inclusive ? (value) => value >= bound : (value) => value > bound;
    }
    return inclusive ? (value) => value <= bound : (value) => value < bound;
  }
  return null;
}

/** Adds to the form of an object or a list what else the schema asks of it. */
function checked(form: Accepts, checks: readonly z.core.$ZodCheck<never>[] = []): Accepts {
  if (checks.length === 0) return form;
  const rules = checks.map((check): Accepts => {
    const { def } = (check as unknown as z.core.$ZodChecks)._zod;
    const rule: { check: string; fn?: (value: unknown) => unknown } = def;
    if (rule.check === 'custom' && rule.fn) {
      const { fn } = rule;
      return (value) => fn(value) === true;
    }
    if (def.check === 'min_length') return (value) => lengthOf(value) >= def.minimum;
    if (def.check === 'max_length') return (value) => lengthOf(value) <= def.maximum;
    return refuses;
  });
  return (value) => form(value) && rules.every((rule) => rule(value));
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : Number.NaN;
}

const remembered = 10_000;
const shortText = 200;

/** The schema's own word, which for texts that come again and again is asked once. */
function asked(schema: Schema): Accepts {
  const taken = new Set<unknown>();
  return (value) => {
    if (taken.has(value)) return true;
    if (typeof value === 'object' && value !== null) return false;
    const { issues, value: given } = schema._zod.run({ value, issues: [] }, { async: false }) as {
      issues: unknown[];
      value: unknown;
    };
    const same = issues.length === 0 && Object.is(given, value);
    if (same && !(typeof value === 'string' && value.length > shortText)) {
      if (taken.size >= remembered) taken.clear();
      taken.add(value);
    }
    return same;
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
