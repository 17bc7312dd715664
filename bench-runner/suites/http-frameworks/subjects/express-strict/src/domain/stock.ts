import { InsufficientStock } from './errors.ts';

/** Level of a product's stock, of the version it was read in. */
export class Stock {
  static readonly full = 1_000_000;

  readonly level: number;
  readonly version: number;

  constructor(level: number, version: number) {
    this.level = level;
    this.version = version;
  }

  /** @throws InsufficientStock */
  take(quantity: number): Stock {
    if (this.level < quantity) throw new InsufficientStock(this.level);
    return new Stock(this.level - quantity, this.version);
  }
}
