import type { StorageSubject } from '../../subject.ts';
import { ClassicLevelLog } from './classic-level-log.ts';

const subject: StorageSubject = {
  open: (folder, options) => ClassicLevelLog.open(folder, options),
};
export default subject;
