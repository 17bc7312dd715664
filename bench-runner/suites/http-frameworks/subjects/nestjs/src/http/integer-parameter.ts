import { Transform } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

/**
 * An integer in a path or a query, in decimal digits: the conversion that comes with
 * class-transformer would take `1e3`, ` 1` and the empty string.
 */
export function IntegerParameter(low: number, high: number): PropertyDecorator {
  const decorators = [
    Transform(({ value }) =>
      typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value,
    ),
    IsInt(),
    Min(low),
    Max(high),
  ];
  return (target, property) => {
    for (const decorate of decorators) decorate(target, property as string);
  };
}

export const largestId = 2_147_483_647;
