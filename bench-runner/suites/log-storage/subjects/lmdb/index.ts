import type { StorageSubject } from '../../subject.ts';
import { LmdbLog } from './lmdb-log.ts';

const subject: StorageSubject = { open: (folder, options) => new LmdbLog(folder, options) };
export default subject;
