import { discoverSuites } from '../discovery/discover.ts';
import type { Profile } from '../results/schema.ts';
import { type CrossCheckTool, findCrossCheck, withCrossCheck } from './cross-check.ts';
import type { Listener } from './events.ts';
import { planSuites } from './prepared-suite.ts';
import { assertProfilable } from './profiling-offered.ts';
import { SelectionError, selectSuites } from './select-suites.ts';

export interface RunOptions {
  /** Folder that holds `.lab/`. */
  root: string;
  /** Folder with the suites; those that come with the program without it. */
  suitesFolder?: string;
  signal: AbortSignal;
  listener: Listener;
}

export interface NewRun {
  suites: readonly string[];
  categories?: string[];
  scenarios?: string[];
  subjects?: string[];
  profile: Profile;
  seed: number;
  /** Another program that loads are sent through too, as a cross-check. */
  crossCheck?: CrossCheckTool;
  /** Whether a CPU profile is taken of each case measured in process. */
  profileCpu?: boolean;
  /** Time one trial may take before it counts as hung, in ms. */
  trialLimitMs: number;
}

/** What a request asks to be measured. @throws SelectionError where that is nothing. */
export async function planRequest(request: NewRun, options: RunOptions) {
  await findCrossCheck(request.crossCheck);
  const selected = selectSuites(await discoverSuites(options.suitesFolder), request);
  const suites = withCrossCheck(selected, request.crossCheck);
  const plan = planSuites(suites, request);
  if (plan.length === 0) {
    throw new SelectionError(
      `nothing to measure: the selection has no case in the ${request.profile} profile`,
      'widen --scenario or --subject, or use --profile standard; "lab list" shows what there is',
    );
  }
  if (request.profileCpu) assertProfilable(plan);
  return { suites, plan };
}
