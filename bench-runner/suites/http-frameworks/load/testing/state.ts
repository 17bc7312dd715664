import { productStock, volumes } from '../../data/volumes.ts';

interface User {
  id: number;
  name: string;
  email: string;
  created_at: string;
}

/** What a server of the suite holds, as far as scenarios can tell. */
export class State {
  readonly users = new Map<number, User>();
  readonly cache = new Set<number>();
  stock = productStock;
  /** Whether the next decrement is one that the stock does not notice. */
  losing = false;
  #nextId = volumes.users + 1;

  constructor() {
    for (let id = 1; id <= volumes.users; id += 1)
      this.users.set(id, user(id, 'User', `${id}@a.b`));
  }

  create({ name, email }: User): User | undefined {
    if ([...this.users.values()].some((one) => one.email === email)) return undefined;
    const created = user(this.#nextId, name, email);
    this.#nextId += 1;
    this.users.set(created.id, created);
    return created;
  }

  take(): { old: number; new: number } {
    const old = this.stock;
    if (!this.losing) this.stock -= 1;
    return { old, new: old - 1 };
  }
}

function user(id: number, name: string, email: string): User {
  return { id, name, email, created_at: '2025-01-01T00:00:00.000Z' };
}
