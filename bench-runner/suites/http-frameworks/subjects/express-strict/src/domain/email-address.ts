import { InvalidValue } from './errors.ts';
import { storableText } from './storable-text.ts';

const longest = 254;
const form = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export class EmailAddress {
  readonly value: string;

  private constructor(value: string) {
    this.value = value;
  }

  /** @throws InvalidValue */
  static parse(text: string): EmailAddress {
    storableText('email', text, longest);
    if (!form.test(text)) throw new InvalidValue('email', 'must be an e-mail address');
    return new EmailAddress(text);
  }

  /** One that was parsed before it was stored. */
  static restore(value: string): EmailAddress {
    return new EmailAddress(value);
  }
}
