import { between, pick } from './random.ts';

/** Files of a log by name. */
export type LogFolder = Map<string, Buffer>;

/** What was done to which file. */
export interface Damage {
  kind: string;
  file: string;
}

type Change = (bytes: Buffer, random: () => number) => Buffer;

const changes: Record<string, Change> = {
  flipped: (bytes, random) => {
    const changed = Buffer.from(bytes);
    for (let bits = between(random, 1, 8); bits > 0; bits -= 1) {
      const at = between(random, 0, bytes.length - 1);
      changed[at] = (changed[at] ?? 0) ^ (1 << between(random, 0, 7));
    }
    return changed;
  },
  zeroed: (bytes, random) => overwritten(bytes, random, (range) => range.fill(0)),
  randomised: (bytes, random) =>
    overwritten(bytes, random, (range) => {
      for (let at = 0; at < range.length; at += 1) range[at] = between(random, 0, 255);
    }),
  // Bytes of the same file in another place are as plausible as wrong bytes can be.
  moved: (bytes, random) =>
    overwritten(bytes, random, (range) => {
      const from = between(random, 0, bytes.length - range.length);
      range.set(bytes.subarray(from, from + range.length));
    }),
  truncated: (bytes, random) => bytes.subarray(0, between(random, 0, bytes.length - 1)),
  'extended with zeros': (bytes, random) =>
    Buffer.concat([bytes, Buffer.alloc(between(random, 1, 5_000))]),
  'extended with random bytes': (bytes, random) =>
    Buffer.concat([bytes, Buffer.from(Array.from({ length: 99 }, () => between(random, 0, 255)))]),
  'extended with itself': (bytes, random) =>
    Buffer.concat([bytes, bytes.subarray(between(random, 0, bytes.length - 1))]),
};

/**
 * Damages one to three files of a log, in place. Segments are never removed, since a folder from
 * which one is missing at either end is a log as well.
 */
export function damageSome(folder: LogFolder, random: () => number): Damage[] {
  return Array.from({ length: random() < 0.6 ? 1 : between(random, 2, 3) }, () =>
    damageOne(folder, random),
  );
}

function damageOne(folder: LogFolder, random: () => number): Damage {
  const file = pick([...folder.keys()], random);
  const bytes = folder.get(file) ?? Buffer.alloc(0);
  const fate = random();
  if (fate < 0.1 && !file.endsWith('.log')) {
    folder.delete(file);
    return { kind: 'removed', file };
  }
  if (fate < 0.25) {
    const other = pick([...folder.keys()], random);
    folder.set(file, folder.get(other) ?? bytes);
    if (random() < 0.5) return { kind: `replaced by ${other}`, file };
    folder.set(other, bytes);
    return { kind: 'swapped', file: `${file} and ${other}` };
  }
  const kind = bytes.length === 0 ? 'extended with zeros' : pick(Object.keys(changes), random);
  folder.set(file, changes[kind]?.(bytes, random) ?? bytes);
  return { kind, file };
}

function overwritten(bytes: Buffer, random: () => number, change: (range: Buffer) => void): Buffer {
  const changed = Buffer.from(bytes);
  const start = between(random, 0, bytes.length - 1);
  change(changed.subarray(start, start + between(random, 1, Math.min(300, bytes.length - start))));
  return changed;
}
