import { join } from 'node:path';
import type { StorageSubject } from '../../subject.ts';
import { startAppending } from './append.ts';
import { startReading } from './read.ts';

const subject: StorageSubject = {
  start(folder, work) {
    if (work.bytes < 1 || work.bytes > work.fileBytes) {
      throw new RangeError(
        `a file of ${work.fileBytes} bytes holds no piece of ${work.bytes}: ask for pieces of at least 1 byte and at most the file`,
      );
    }
    const file = join(folder, 'bare.data');
    return work.kind === 'append' ? startAppending(file, work) : startReading(file, work);
  },
};

export default subject;
