import { Matches } from 'class-validator';

/** PostgreSQL's text holds any character but this one. */
export const WithoutNullCharacter = () =>
  Matches(/^[^\0]*$/, { message: '$property must not hold a null character' });
