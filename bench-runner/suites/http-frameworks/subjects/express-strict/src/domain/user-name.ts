import { InvalidValue } from './errors.ts';
import { storableText } from './storable-text.ts';

const longest = 100;

export class UserName {
  readonly value: string;

  private constructor(value: string) {
    this.value = value;
  }

  /** @throws InvalidValue */
  static parse(text: string): UserName {
    storableText('name', text, longest);
    if (text.trim() === '') throw new InvalidValue('name', 'must not be blank');
    return new UserName(text);
  }

  /** One that was parsed before it was stored. */
  static restore(value: string): UserName {
    return new UserName(value);
  }
}
