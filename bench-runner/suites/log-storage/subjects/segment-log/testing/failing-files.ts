import { type LogFiles, nodeFiles } from '../files.ts';

/** File calls that fail when they are told to. */
export interface FailingFiles extends LogFiles {
  /** Calls that change something, since the last order. */
  readonly calls: number;
  /**
   * From the given call on that changes something, from 0, so many of them fail.
   *
   * @param code Such as `ENOSPC`; a write that fails has written part of its bytes before.
   */
  fail(order: { from: number; count: number; code: string }): void;
}

/** Node's own file calls, of which those fail that were ordered to. */
export function failingFiles(): FailingFiles {
  let calls = 0;
  let order = { from: Number.POSITIVE_INFINITY, count: 0, code: '' };
  const failure = () => {
    const fails = calls >= order.from && calls < order.from + order.count;
    calls += 1;
    return fails ? Object.assign(new Error(order.code), { code: order.code }) : undefined;
  };
  const failing =
    <Arguments extends unknown[], Result>(call: (...given: Arguments) => Result) =>
    (...given: Arguments): Result => {
      const error = failure();
      if (error) throw error;
      return call(...given);
    };
  const open: LogFiles['open'] = (path, flags) =>
    (flags === 'r' ? nodeFiles : { open: failing(nodeFiles.open) }).open(path, flags);
  const write: LogFiles['write'] = (fd, buffer, offset, length, position) => {
    const error = failure();
    if (!error) return nodeFiles.write(fd, buffer, offset, length, position);
    nodeFiles.write(fd, buffer, offset, Math.floor(length / 2), position);
    throw error;
  };
  return {
    ...nodeFiles,
    open,
    openAside: async (...given) => open(...given),
    write,
    writeAside: async (...given) => write(...given),
    truncate: failing(nodeFiles.truncate),
    sync: async (fd) => {
      const error = failure();
      if (error) throw error;
      await nodeFiles.sync(fd);
    },
    syncNow: failing(nodeFiles.syncNow),
    syncFolder: failing(nodeFiles.syncFolder),
    rename: failing(nodeFiles.rename),
    remove: failing(nodeFiles.remove),
    get calls() {
      return calls;
    },
    fail(given) {
      calls = 0;
      order = given;
    },
  };
}
