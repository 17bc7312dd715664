/** Data of a suite, loaded into a database from statements that give the same rows everywhere. */
export interface DataSet {
  /** SQL statements by part, run in order: tables, rows, then indexes. Parts are independent. */
  parts: Readonly<Record<string, readonly string[]>>;
}

export interface ServiceContext {
  /** Where the service may keep its files and its log during a run. */
  folder: string;
  signal: AbortSignal;
  /** What a suite wants in it, and the parts of that which the run needs. */
  data?: { set: DataSet; parts: readonly string[] };
  /** Processors its processes are to be kept on, such as `1` or `1-3`; anywhere without it. */
  processors?: string;
  /** Told of every process started, so that it is ended even if this program is killed. */
  onStart(pid: number): void;
  onStep(what: string): void;
}

/** A service that runs, on the loopback interface, for the subjects of a suite. */
export interface RunningService {
  name: string;
  version: string;
  /** True where something of ours answers in place of the real program. */
  standIn: boolean;
  /** What subjects are told, such as `DATABASE_URL`. */
  environment: Readonly<Record<string, string>>;
  /** Roots of its process trees; empty where it runs elsewhere. */
  processes: readonly number[];
  /** Resolves if it answers; rejects with the reason if not. */
  check(): Promise<void>;
  /** Brings its data back to what was loaded. */
  restore(): Promise<void>;
  /** Stops and starts it, with caches of its own empty. */
  restart(): Promise<void>;
  /** Running totals and gauges by name, such as `queries`; read before and after a measurement. */
  counters(): Promise<Readonly<Record<string, number>>>;
  stop(): Promise<void>;
}

/** Why a service cannot run here, and what would help: the cases that need it are skipped. */
export class ServiceUnavailable extends Error {
  override readonly name = 'ServiceUnavailable';
  readonly remedy: string;

  constructor(reason: string, remedy: string) {
    super(reason);
    this.remedy = remedy;
  }
}

export interface ServiceDefinition {
  title: string;
  /** @throws ServiceUnavailable where it can be neither found nor started. */
  start(context: ServiceContext): Promise<RunningService>;
}

/** Declares a service; the default export of `services/<id>/service.ts`. */
export function defineService(service: ServiceDefinition): ServiceDefinition {
  return service;
}
