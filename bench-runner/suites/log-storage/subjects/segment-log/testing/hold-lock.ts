/** A program that opens a log, appends to it and keeps it open until it is ended. */
import { writeSync } from 'node:fs';
import { setTimeout } from 'node:timers';
import { LogError, PartitionLog } from '../index.ts';
import { type History, recordsFrom } from './history.ts';

export interface HoldOrder {
  folder: string;
  history: History;
  /** Records to append. */
  count: number;
}

const order: HoldOrder = JSON.parse(process.argv[2] ?? '');

PartitionLog.open(order.folder).then(
  (log) => {
    if (order.count > 0) log.append(recordsFrom(order.history, log.endOffset, order.count));
    writeSync(1, 'open\n');
    setTimeout(() => process.exit(2), 60_000);
  },
  (error) => {
    if (!(error instanceof LogError)) throw error;
    writeSync(1, `refused ${error.code} ${error.message}\n`);
  },
);
