/** A request that HTTP itself does not allow, before any use case is asked. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /** Read by Express and by its body parser. */
  readonly status: number;
  readonly field: string;

  constructor(status: number, field: string, message: string) {
    super(`${field} ${message}`);
    this.status = status;
    this.field = field;
  }
}
