/** A request that is refused, with the field at fault. */
export class Refusal extends Error {
  /** Read by Express and by its body parser. */
  readonly status: number;
  readonly field: string;

  constructor(status: number, field: string, message: string) {
    super(`${field} ${message}`);
    this.status = status;
    this.field = field;
  }
}

/** What was asked for does not exist. */
export class NotFound extends Refusal {
  constructor(field: string, value: number) {
    super(404, field, `${value} does not exist`);
  }
}
