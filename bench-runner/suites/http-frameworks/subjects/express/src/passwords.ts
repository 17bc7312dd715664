import * as argon2 from '@node-rs/argon2';
import * as bcrypt from '@node-rs/bcrypt';

export const algorithms = ['argon2id', 'bcrypt'] as const;
export type Algorithm = (typeof algorithms)[number];

// OWASP, Password Storage Cheat Sheet: 19 MiB, two passes, one lane; bcrypt at cost 10.
const argon2idSettings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const bcryptCost = 10;

/** Hashes with these settings and no others: a hash sets the cost of verifying it. */
const forms: Record<Algorithm, RegExp> = {
  argon2id: /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/,
  bcrypt: /^\$2[aby]\$10\$[./A-Za-z0-9]{53}$/,
};

export function algorithmOf(hash: string): Algorithm | undefined {
  return algorithms.find((algorithm) => forms[algorithm].test(hash));
}

/** On a thread of the pool, so that other requests are answered meanwhile. */
export function hash(algorithm: Algorithm, password: string): Promise<string> {
  return algorithm === 'argon2id'
    ? argon2.hash(password, argon2idSettings)
    : bcrypt.hash(password, bcryptCost);
}

export function verify(algorithm: Algorithm, password: string, hash: string): Promise<boolean> {
  return algorithm === 'argon2id' ? argon2.verify(hash, password) : bcrypt.verify(password, hash);
}
