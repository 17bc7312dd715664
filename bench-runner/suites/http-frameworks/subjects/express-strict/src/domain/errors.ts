/** What the rules of the domain do not allow; `field` is what the client calls it. */
export abstract class DomainError extends Error {
  readonly field: string;

  constructor(field: string, message: string) {
    super(`${field} ${message}`);
    this.field = field;
  }
}

export class InvalidValue extends DomainError {
  override readonly name = 'InvalidValue';
}

export class NotFound extends DomainError {
  override readonly name = 'NotFound';

  constructor(field: string, id: number) {
    super(field, `${id} does not exist`);
  }
}

export class EmailTaken extends DomainError {
  override readonly name = 'EmailTaken';

  constructor() {
    super('email', 'belongs to another user');
  }
}

export class InsufficientStock extends Error {
  override readonly name = 'InsufficientStock';

  constructor(level: number) {
    super(`only ${level} in stock`);
  }
}

/** Somebody else changed the same thing first; the attempt may be repeated. */
export class ConflictingChange extends Error {
  override readonly name = 'ConflictingChange';
}

export class ExternalApiFailure extends Error {
  override readonly name = 'ExternalApiFailure';
}
