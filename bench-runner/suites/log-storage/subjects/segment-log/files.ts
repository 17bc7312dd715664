import fs from 'node:fs';
import { promisify } from 'node:util';

/** The file calls a log makes; tests replace them to make disks fail and lose power. */
export interface LogFiles {
  /** @param flags As of `fs.openSync`. */
  open(path: string, flags: string): number;
  /** As `open`, by another thread: making a file takes long where many were removed just before. */
  openAside(path: string, flags: string): Promise<number>;
  close(fd: number): void;
  /** As `close`, by another thread: freeing the space of a file that has no name any more takes long. */
  closeAside(fd: number): Promise<void>;
  write(fd: number, buffer: Uint8Array, offset: number, length: number, position: number): number;
  read(fd: number, buffer: Uint8Array, offset: number, length: number, position: number): number;
  /** As `write`, by another thread. */
  writeAside(...given: Parameters<LogFiles['write']>): Promise<number>;
  /** As `read`, by another thread. */
  readAside(...given: Parameters<LogFiles['read']>): Promise<number>;
  truncate(fd: number, bytes: number): void;
  /** Brings what was written to a file to the disk. */
  sync(fd: number): Promise<void>;
  /** The same, holding up the thread. */
  syncNow(fd: number): void;
  /** Brings the names in a folder to the disk: files made, renamed and removed. */
  syncFolder(path: string): void;
  /** In bytes. */
  size(fd: number): number;
  rename(from: string, to: string): void;
  remove(path: string): void;
  list(folder: string): string[];
  makeFolder(path: string): void;
}

const open = promisify(fs.open);
const close = promisify(fs.close);
const fdatasync = promisify(fs.fdatasync);
const read = promisify(fs.read);
const write = promisify(fs.write);

/** Node's own file calls. */
export const nodeFiles: LogFiles = {
  open: (path, flags) => fs.openSync(path, flags, 0o644),
  openAside: (path, flags) => open(path, flags, 0o644),
  close: (fd) => fs.closeSync(fd),
  closeAside: (fd) => close(fd),
  write: (fd, buffer, offset, length, position) =>
    fs.writeSync(fd, buffer, offset, length, position),
  read: (fd, buffer, offset, length, position) => fs.readSync(fd, buffer, offset, length, position),
  writeAside: async (fd, buffer, offset, length, position) =>
    (await write(fd, buffer, offset, length, position)).bytesWritten,
  readAside: async (fd, buffer, offset, length, position) =>
    (await read(fd, buffer, offset, length, position)).bytesRead,
  truncate: (fd, bytes) => fs.ftruncateSync(fd, bytes),
  sync: (fd) => fdatasync(fd),
  syncNow: (fd) => fs.fdatasyncSync(fd),
  syncFolder: (path) => {
    const fd = fs.openSync(path, 'r');
    try {
      fs.fsyncSync(fd);
    } finally {
      fs.closeSync(fd);
    }
  },
  size: (fd) => fs.fstatSync(fd).size,
  rename: (from, to) => fs.renameSync(from, to),
  remove: (path) => fs.rmSync(path, { force: true }),
  list: (folder) => fs.readdirSync(folder),
  makeFolder: (path) => void fs.mkdirSync(path, { recursive: true }),
};

/** Writes all of `buffer`'s first `length` bytes; the system may take fewer in one call. */
export function writeAll(
  files: LogFiles,
  fd: number,
  buffer: Uint8Array,
  length: number,
  position: number,
): void {
  let written = files.write(fd, buffer, 0, length, position);
  while (written < length) {
    const more = files.write(fd, buffer, written, length - written, position + written);
    if (more <= 0) throw Object.assign(new Error('the disk takes no more'), { code: 'ENOSPC' });
    written += more;
  }
}

/** Reads `length` bytes, or fewer at the end of the file; returns how many. */
export function readAll(
  files: LogFiles,
  fd: number,
  buffer: Uint8Array,
  length: number,
  position: number,
): number {
  let read = files.read(fd, buffer, 0, length, position);
  while (read > 0 && read < length) {
    const more = files.read(fd, buffer, read, length - read, position + read);
    if (more <= 0) break;
    read += more;
  }
  return read;
}

/** Writes all of `buffer`'s first `length` bytes to the beginning of a file, by another thread. */
export async function writeAllAside(
  files: LogFiles,
  fd: number,
  buffer: Uint8Array,
  length: number,
): Promise<void> {
  for (let written = 0; written < length; ) {
    const more = await files.writeAside(fd, buffer, written, length - written, written);
    if (more <= 0) throw Object.assign(new Error('the disk takes no more'), { code: 'ENOSPC' });
    written += more;
  }
}

/** Reads the first `length` bytes of a file, or fewer where it ends; returns how many. */
export async function readAllAside(
  files: LogFiles,
  fd: number,
  buffer: Uint8Array,
  length: number,
): Promise<number> {
  let read = 0;
  while (read < length) {
    const more = await files.readAside(fd, buffer, read, length - read, read);
    if (more <= 0) break;
    read += more;
  }
  return read;
}
