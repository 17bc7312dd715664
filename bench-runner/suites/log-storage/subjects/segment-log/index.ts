/** The log storage layer by itself: a log in a folder, and topics of several partitions. */
export { CorruptLogError, LogError, type LogErrorCode } from './errors.ts';
export { type LogFiles, nodeFiles } from './files.ts';
export type {
  CompactionReport,
  LogOptions,
  LogRecord,
  RecordHeader,
  StoredRecord,
} from './options.ts';
export { PartitionLog } from './partition-log.ts';
export type { AppendedBatch } from './topic.ts';
export type { TopicDescription } from './topic-folder.ts';
export { TopicManager } from './topic-manager.ts';
