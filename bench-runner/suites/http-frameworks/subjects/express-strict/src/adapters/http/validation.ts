import { z } from 'zod';
import { Refusal } from './refusal.ts';

/** @throws Refusal naming the first field that is wrong. */
export function parse<Shape extends z.ZodType>(shape: Shape, input: unknown): z.output<Shape> {
  const parsed = shape.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refusal(400, issue?.path.join('.') || 'body', issue?.message ?? 'is wrong');
}

/** Decimal digits in a path or query, as a number in the range. */
export const integer = (low: number, high: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be an integer')
    .transform(Number)
    .pipe(z.number().min(low).max(high));

export const largestId = 2_147_483_647;
export const id = integer(1, largestId);
export const idParameters = z.object({ id });
