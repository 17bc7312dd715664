/** Something a subject answers otherwise than the contract says. */
export class Violation extends Error {
  override readonly name = 'Violation';
}
