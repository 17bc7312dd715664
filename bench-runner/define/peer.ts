import type { ParameterValue } from '../results/identifiers.ts';

/** A second process or thread of a workload, such as the reading end of a socket, seen from the trial. */
export interface Peer {
  /** Asks the peer's request handler and resolves with its answer; rejects if the peer ends first. */
  request<Answer = unknown>(message: unknown): Promise<Answer>;
  /** CPU time the peer's process has used since it started, user and system, in µs. */
  cpuMicros(): Promise<number>;
  /** Ends the peer; resolves when its process or thread is gone. */
  close(): Promise<void>;
}

/** What a peer function is given in its own process or thread. */
export interface PeerLink<Subject = unknown> {
  /** Default export of the subject's module, loaded in this process or thread. */
  subject: Subject;
  parameters: Readonly<Record<string, ParameterValue>>;
  /** What `startPeer` was given; plain data. */
  data: unknown;
  /** The trial's folder, shared with the trial's process. */
  folder: string;
  onRequest(handler: (message: unknown) => unknown): void;
  /** Called before the process ends; close servers and sockets here. */
  onClose(handler: () => void | Promise<void>): void;
}

/**
 * Runs in a process or thread of its own. `startPeer` or `startThread` resolves once it has returned (or its promise has
 * resolved), so listen before returning. A scenario exports them as `export const peers = {…}`.
 */
export type PeerFunction<Subject = unknown> = (link: PeerLink<Subject>) => void | Promise<void>;
