import type { Listener } from './events.ts';
import type { PreparedSuite } from './prepared-suite.ts';

/** Tells of subjects that cannot be measured here. */
export function tellSkipped({ suite, unavailable }: PreparedSuite, listener: Listener): void {
  for (const [subject, why] of unavailable) {
    listener({ kind: 'skipped', suite: suite.id, subject, ...why });
  }
}

/** Tells of subjects that do not keep the contract. */
export function tellBroken(
  { suite }: PreparedSuite,
  broken: PreparedSuite['broken'],
  listener: Listener,
): void {
  for (const [subject, { stage, message }] of broken) {
    listener({ kind: 'failed', suite: suite.id, key: subject, stage, message });
  }
}
