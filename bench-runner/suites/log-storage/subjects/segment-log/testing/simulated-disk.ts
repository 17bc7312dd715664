import { dirname } from 'node:path';
import type { LogFiles } from '../files.ts';
import { between } from './random.ts';

/** What every call that changes something fails with once the disk was told to stop. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  readonly code = 'EIO';
  constructor() {
    super('the process or the machine has stopped');
  }
}

type Change = { position: number; bytes: Buffer } | { truncatedTo: number };

interface Inode {
  /** What programs read: the page cache. */
  cached: Buffer;
  /** What was there at the last sync that ended. */
  stored: Buffer;
  /** Changes since then, in order. */
  unsynced: Change[];
}

interface NameChange {
  folder: string;
  removed: string[];
  added: [path: string, inode: Inode][];
}

/** Bytes that a disk writes whole or not at all. */
const blockBytes = 512;

/**
 * Files in memory that tell what was synced from what was only written, and lose power on demand.
 * It keeps to POSIX and to no kinder file system: a file's bytes are safe after `sync`, and its
 * name after `syncFolder` only.
 */
export class SimulatedDisk implements LogFiles {
  #names = new Map<string, Inode>();
  #storedNames = new Map<string, Inode>();
  #nameChanges: NameChange[] = [];
  readonly #open = new Map<number, Inode>();
  #nextDescriptor = 1;
  #callsLeft = Number.POSITIVE_INFINITY;
  #lastWritten = 1;

  /**
   * The process or the machine stops at this call of those that change something; 0 is the next.
   *
   * @param written Share of the bytes that are written before, should it be a write.
   */
  stopAfter(changes: number, written: number): void {
    this.#callsLeft = changes;
    this.#lastWritten = written;
  }

  get isStopped(): boolean {
    return this.#callsLeft < 0;
  }

  /**
   * The disk as the next start of the machine finds it. Names of a folder are as they were after one
   * of the changes since its last sync. Of a file's bytes since its last sync, none are there, or
   * those of the first few calls with the next one torn, or any of the blocks.
   */
  restarted(random: () => number): SimulatedDisk {
    const disk = new SimulatedDisk();
    const kept = new Map<string, number>();
    for (const { folder } of this.#nameChanges) kept.set(folder, (kept.get(folder) ?? 0) + 1);
    for (const [folder, count] of kept) kept.set(folder, between(random, 0, count));
    const names = new Map(this.#storedNames);
    for (const change of this.#nameChanges) {
      const left = kept.get(change.folder) ?? 0;
      kept.set(change.folder, left - 1);
      if (left > 0) apply(change, names);
    }
    for (const [path, inode] of names) {
      const found = survivingBytes(inode, random);
      disk.#names.set(path, { cached: found, stored: found, unsynced: [] });
    }
    disk.#storedNames = new Map(disk.#names);
    return disk;
  }

  /** The disk as the next process finds it after the last one was killed: with its page cache. */
  handedOver(): SimulatedDisk {
    const disk = new SimulatedDisk();
    const copies = new Map<Inode, Inode>();
    const copyOf = (inode: Inode) => {
      const copy = copies.get(inode) ?? { ...inode, unsynced: [...inode.unsynced] };
      copies.set(inode, copy);
      return copy;
    };
    for (const [path, inode] of this.#names) disk.#names.set(path, copyOf(inode));
    for (const [path, inode] of this.#storedNames) disk.#storedNames.set(path, copyOf(inode));
    disk.#nameChanges = this.#nameChanges.map((change) => ({
      ...change,
      added: change.added.map(([path, inode]) => [path, copyOf(inode)]),
    }));
    return disk;
  }

  open(path: string, flags: string): number {
    let inode = this.#names.get(path);
    if (inode && flags.includes('x')) throw systemError('EEXIST', path);
    if (!inode && flags.startsWith('r')) throw systemError('ENOENT', path);
    if (!inode) {
      this.#change();
      inode = { cached: Buffer.alloc(0), stored: Buffer.alloc(0), unsynced: [] };
      this.#rename({ folder: dirname(path), removed: [], added: [[path, inode]] });
    } else if (flags.startsWith('w')) {
      this.#change();
      setLength(inode, 0);
    }
    const descriptor = this.#nextDescriptor++;
    this.#open.set(descriptor, inode);
    return descriptor;
  }

  close(fd: number): void {
    this.#inode(fd);
    this.#open.delete(fd);
  }

  async openAside(path: string, flags: string): Promise<number> {
    return this.open(path, flags);
  }

  async closeAside(fd: number): Promise<void> {
    this.close(fd);
  }

  write(fd: number, buffer: Uint8Array, offset: number, length: number, position: number): number {
    const inode = this.#inode(fd);
    if (this.isStopped) throw new Stopped();
    const isLast = this.#callsLeft === 0;
    const taken = isLast ? Math.floor(this.#lastWritten * length) : length;
    writeTo(inode, position, Buffer.from(buffer.subarray(offset, offset + taken)));
    this.#change();
    return length;
  }

  read(fd: number, buffer: Uint8Array, offset: number, length: number, position: number): number {
    const from = this.#inode(fd).cached.subarray(position, position + length);
    buffer.set(from, offset);
    return from.length;
  }

  async writeAside(...given: Parameters<LogFiles['write']>): Promise<number> {
    return this.write(...given);
  }

  async readAside(...given: Parameters<LogFiles['read']>): Promise<number> {
    return this.read(...given);
  }

  truncate(fd: number, bytes: number): void {
    const inode = this.#inode(fd);
    this.#change();
    setLength(inode, bytes);
  }

  async sync(fd: number): Promise<void> {
    const inode = this.#inode(fd);
    const covered = new Set(inode.unsynced);
    const bytes = Buffer.from(inode.cached);
    await new Promise((resolve) => setImmediate(resolve));
    // The system is given a number, and what it stands for may have been closed meanwhile.
    if (this.#open.get(fd) !== inode) throw systemError('EBADF', String(fd));
    this.#change();
    const left = inode.unsynced.filter((change) => !covered.has(change));
    // Another sync that ended meanwhile has covered more.
    if (left.length === inode.unsynced.length) return;
    inode.stored = bytes;
    inode.unsynced = left;
  }

  syncNow(fd: number): void {
    const inode = this.#inode(fd);
    this.#change();
    inode.stored = Buffer.from(inode.cached);
    inode.unsynced = [];
  }

  syncFolder(path: string): void {
    this.#change();
    for (const change of this.#nameChanges) {
      if (change.folder === path) apply(change, this.#storedNames);
    }
    this.#nameChanges = this.#nameChanges.filter(({ folder }) => folder !== path);
  }

  size(fd: number): number {
    return this.#inode(fd).cached.length;
  }

  rename(from: string, to: string): void {
    const inode = this.#names.get(from);
    if (!inode) throw systemError('ENOENT', from);
    this.#change();
    this.#rename({ folder: dirname(to), removed: [from], added: [[to, inode]] });
  }

  remove(path: string): void {
    if (!this.#names.has(path)) return;
    this.#change();
    this.#rename({ folder: dirname(path), removed: [path], added: [] });
  }

  list(folder: string): string[] {
    return [...this.#names.keys()]
      .filter((path) => dirname(path) === folder)
      .map((path) => path.slice(folder.length + 1));
  }

  makeFolder(): void {}

  #inode(fd: number): Inode {
    const inode = this.#open.get(fd);
    if (!inode) throw systemError('EBADF', String(fd));
    return inode;
  }

  #change(): void {
    this.#callsLeft -= 1;
    if (this.isStopped) throw new Stopped();
  }

  #rename(change: NameChange): void {
    apply(change, this.#names);
    this.#nameChanges.push(change);
  }
}

function apply({ removed, added }: NameChange, names: Map<string, Inode>): void {
  for (const path of removed) names.delete(path);
  for (const [path, inode] of added) names.set(path, inode);
}

function writeTo(inode: Inode, position: number, bytes: Buffer): void {
  inode.cached = withBytes(inode.cached, position, bytes);
  inode.unsynced.push({ position, bytes });
}

function setLength(inode: Inode, bytes: number): void {
  inode.cached = resized(inode.cached, bytes);
  inode.unsynced.push({ truncatedTo: bytes });
}

function withBytes(content: Buffer, position: number, bytes: Buffer): Buffer {
  const changed = resized(content, Math.max(content.length, position + bytes.length));
  bytes.copy(changed, position);
  return changed;
}

/** A copy of another length; what is added is zeros. */
function resized(content: Buffer, length: number): Buffer {
  const changed = Buffer.alloc(length);
  content.copy(changed, 0, 0, length);
  return changed;
}

function survivingBytes({ cached, stored, unsynced }: Inode, random: () => number): Buffer {
  const fate = random();
  if (fate < 0.2 || unsynced.length === 0) return Buffer.from(stored);
  if (fate < 0.6) return firstChanges(stored, unsynced, random);
  return someBlocks(stored, cached, random);
}

/** The first few changes, and the beginning of the one after them. */
function firstChanges(stored: Buffer, unsynced: Change[], random: () => number): Buffer {
  const whole = between(random, 0, unsynced.length);
  let content: Buffer = Buffer.from(stored);
  for (const change of unsynced.slice(0, whole)) {
    content =
      'bytes' in change
        ? withBytes(content, change.position, change.bytes)
        : resized(content, change.truncatedTo);
  }
  const torn = unsynced[whole];
  if (torn === undefined || !('bytes' in torn)) return content;
  const part = torn.bytes.subarray(0, between(random, 0, torn.bytes.length));
  return withBytes(content, torn.position, part);
}

/** Each block as it was stored or as it was written, and the length of one of the two. */
function someBlocks(stored: Buffer, cached: Buffer, random: () => number): Buffer {
  const content = resized(stored, random() < 0.5 ? stored.length : cached.length);
  const written = random();
  for (let start = 0; start < content.length; start += blockBytes) {
    const isThere = start < cached.length && random() < written;
    if (isThere) cached.copy(content, start, start, start + blockBytes);
  }
  return content;
}

function systemError(code: string, about: string): Error {
  return Object.assign(new Error(`${code}: ${about}`), { code });
}
