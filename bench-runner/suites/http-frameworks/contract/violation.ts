/** Something a subject answers otherwise than the contract says. */
export class Violation extends Error {
  override readonly name: string = 'Violation';
}

/** The server closed the connection, or let the time pass, in place of an answer. */
export class NoAnswer extends Violation {
  override readonly name = 'NoAnswer';
}
