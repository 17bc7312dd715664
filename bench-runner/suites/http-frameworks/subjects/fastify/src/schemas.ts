/** Pieces that schemas of several routes are made of. */

export const largestId = 2_147_483_647;

export const integer = (minimum: number, maximum: number, standard?: number) =>
  ({
    type: 'integer',
    minimum,
    maximum,
    ...(standard === undefined ? {} : { default: standard }),
  }) as const;

export const object = (properties: object, required = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
});

/** Of a query: parameters with a default need not be given. */
export const query = (properties: Record<string, object>) =>
  object(
    properties,
    Object.keys(properties).filter((name) => !('default' in properties[name]!)),
  );

export const array = (items: object) => ({ type: 'array', items });

export const text = { type: 'string' } as const;
export const whole = { type: 'integer' } as const;
export const real = { type: 'number' } as const;
export const flag = { type: 'boolean' } as const;
export const moment = { type: 'string', format: 'date-time' } as const;
export const anything = { type: 'object', additionalProperties: true } as const;

export const id = integer(1, largestId);
export const idParams = object({ id });
export interface IdParams {
  id: number;
}

export const userSchema = object({ id: whole, name: text, email: text, created_at: moment });
