import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type DataSet,
  type RunningService,
  type ServiceDefinition,
  ServiceUnavailable,
} from '../define/service.ts';
import type { Placement } from '../process/placement.ts';
import { scrub } from '../process/scrub.ts';
import type { Environment } from '../results/environment.ts';
import type { Unavailable } from './prepare-subjects.ts';

export interface ServicesStart {
  /** What the suite wants in each, by the service's id. */
  wanted: Readonly<Record<string, { data?: DataSet }>>;
  /** Ids of those that planned scenarios need. */
  needed: readonly string[];
  /** Parts of the data that they need; null for all of it. */
  parts: readonly string[] | null;
  definitions: ReadonlyMap<string, ServiceDefinition>;
  /** Where services keep files and logs during the run. */
  folder: string;
  placement: Placement | null;
  signal: AbortSignal;
  onStart(pid: number): void;
  onStep(what: string): void;
}

/** The services of one suite while it is measured. */
export class SuiteServices {
  readonly #running: ReadonlyMap<string, RunningService>;
  /** Those that cannot run here, with the reason. */
  readonly unavailable: ReadonlyMap<string, Unavailable>;
  readonly #changed = new Set<string>();
  /** Parts of the data that they hold; null for all of it. */
  readonly parts: readonly string[] | null;

  private constructor(
    running: ReadonlyMap<string, RunningService>,
    unavailable: ReadonlyMap<string, Unavailable>,
    parts: readonly string[] | null,
  ) {
    this.#running = running;
    this.unavailable = unavailable;
    this.parts = parts;
  }

  /** Starts what is needed, one after the other; what cannot run here becomes unavailable. */
  static async start(start: ServicesStart): Promise<SuiteServices> {
    const running = new Map<string, RunningService>();
    const unavailable = new Map<string, Unavailable>();
    const services = new SuiteServices(running, unavailable, start.parts);
    try {
      for (const id of start.needed) {
        start.signal.throwIfAborted();
        const definition = start.definitions.get(id);
        if (!definition) {
          throw new Error(
            `A scenario needs the service "${id}"; there are: ${[...start.definitions.keys()].join(', ')}.`,
          );
        }
        start.onStep(`starting ${definition.title}`);
        const folder = join(start.folder, id);
        await mkdir(folder, { recursive: true });
        const set = start.wanted[id]?.data;
        const parts = Object.keys(set?.parts ?? {}).filter(
          (part) => start.parts?.includes(part) ?? true,
        );
        try {
          const service = await definition.start({
            folder,
            signal: start.signal,
            data: set && { set, parts },
            processors: start.placement?.others,
            onStart: start.onStart,
            onStep: start.onStep,
          });
          running.set(id, service);
        } catch (error) {
          start.signal.throwIfAborted();
          if (!(error instanceof ServiceUnavailable)) throw error;
          unavailable.set(id, {
            reason: scrub(`needs ${definition.title}: ${error.message}`),
            remedy: error.remedy,
          });
        }
      }
    } catch (error) {
      await services.stop();
      throw error;
    }
    return services;
  }

  /** Ids of those that run. */
  get ids(): string[] {
    return [...this.#running.keys()];
  }

  /** What is published of them. */
  describe(): Environment['services'] {
    return [...this.#running].map(([id, { name, version, standIn }]) => ({
      id,
      name,
      version,
      standIn,
    }));
  }

  /** Why a scenario with these services cannot be measured; undefined where it can. */
  missing(ids: readonly string[]): Unavailable | undefined {
    return ids.map((id) => this.unavailable.get(id)).find((why) => why !== undefined);
  }

  /** Variables that tell a subject where all services are. */
  get environment(): Record<string, string> {
    return Object.assign({}, ...[...this.#running.values()].map((each) => each.environment));
  }

  /** Roots of the process trees by service. */
  processes(): [id: string, pids: readonly number[]][] {
    return [...this.#running].map(([id, { processes }]) => [id, processes]);
  }

  /**
   * Makes services ready for the next trial: one that does not answer is started again, data that
   * was changed is brought back, and on request all are restarted.
   */
  async prepare(ids: readonly string[], restart: boolean): Promise<void> {
    for (const id of ids) {
      const service = this.#service(id);
      const answers = await service.check().then(
        () => true,
        () => false,
      );
      if (restart || !answers) await service.restart();
      if (this.#changed.has(id) || !answers) {
        await service.restore();
        this.#changed.delete(id);
      }
    }
  }

  /** Notes that requests have changed what these hold. */
  markChanged(ids: readonly string[]): void {
    for (const id of ids) this.#changed.add(id);
  }

  /** The first of them that no longer answers, with what it says; null if all do. */
  async firstSilent(ids: readonly string[]): Promise<string | null> {
    for (const id of ids) {
      const service = this.#service(id);
      try {
        await service.check();
      } catch (error) {
        return scrub(`${service.name} does not answer: ${(error as Error).message}`);
      }
    }
    return null;
  }

  /** Running totals of each, as `<service>-<counter>`. */
  async counters(ids: readonly string[]): Promise<Record<string, number>> {
    const totals: Record<string, number> = {};
    for (const id of ids) {
      for (const [name, total] of Object.entries(await this.#service(id).counters())) {
        totals[`${id}-${name}`] = total;
      }
    }
    return totals;
  }

  async stop(): Promise<void> {
    const stopped = await Promise.allSettled(
      [...this.#running.values()].map((service) => service.stop()),
    );
    const failed = stopped.find((each) => each.status === 'rejected');
    if (failed) throw failed.reason;
  }

  #service(id: string): RunningService {
    const service = this.#running.get(id);
    if (!service) throw new Error(`The service "${id}" does not run.`);
    return service;
  }
}
