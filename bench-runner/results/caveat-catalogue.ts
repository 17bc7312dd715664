import type { CaveatCode } from './caveat.ts';

/** What is said about a caveat wherever it is shown. */
export interface CaveatDescription {
  title: string;
  /** What the caveat means for the number and what a reader or maintainer can do, in a sentence or two. */
  advice: string;
  /** Fragment of its heading in the documentation. */
  anchor: string;
  /** Path of its explanation in the documentation, below the site's base. */
  href: string;
}

type Wording = Pick<CaveatDescription, 'title' | 'advice'>;

const wordings: Record<CaveatCode, Wording> = {
  errors: {
    title: 'Errors during measurement',
    advice:
      'Some operations failed, and failures are often faster or slower than successes. Do not compare this value; find the errors in the case and run it again.',
  },
  'wrong-answers': {
    title: 'Wrong answers',
    advice:
      'Some answers were not the ones the suite expects, so the work timed is not the work asked for. Do not use this value; correct the subject and run it again.',
  },
  'generator-saturated': {
    title: 'Load generator saturated',
    advice:
      'The load generator used more than 80 % of its processor, so the value may be its limit and not the subject’s. Read it as a lower bound of throughput; offer less load or run on more cores.',
  },
  'littles-law': {
    title: 'Load does not add up',
    advice:
      'Concurrency differs by more than 5 % from rate times latency, which Little’s law makes equal in a steady system. Rate or latency is measured wrongly or the system was not steady; trust neither.',
  },
  'foreign-cpu': {
    title: 'Other work on the machine',
    advice:
      'Other processes used more CPU than the run allows, also after the trial was retaken. Times may be too long; end other programs and run again.',
  },
  'cpu-steal': {
    title: 'CPU time withheld',
    advice:
      'The hypervisor gave more than 2 % of CPU time to other machines. Times may be too long and vary with the neighbours; run on a dedicated machine, or compare only within a block.',
  },
  'unsteady-warm-up': {
    title: 'Warm-up not steady',
    advice:
      'Batch times still rose or fell when the warm-up ended, so the value mixes cold and warm code. Measure with --profile full, which warms up longer.',
  },
  'few-trials': {
    title: 'Few trials',
    advice:
      'With fewer than 10 trials intervals are wide or missing and only large differences can be told. Measure with --profile full, which takes more.',
  },
  'wide-interval': {
    title: 'Wide interval',
    advice:
      'The 95 % interval reaches more than 10 % of the median to each side on average. Quote the interval with the value; more trials on a quieter machine narrow it.',
  },
  'cold-start': {
    title: 'Cold start',
    advice:
      'The value includes work done only once, such as filling caches or compiling. It does not describe a subject that has been running for a while.',
  },
  'nothing-found': {
    title: 'Lookups found nothing',
    advice:
      'Empty lookups answer faster than real ones. Check that the data was seeded and that the keys asked for exist, then run again.',
  },
  'offered-load-not-reached': {
    title: 'Offered load not reached',
    advice:
      'Fewer requests were sent or answered than the scenario offers, so latencies belong to a smaller load than stated. Compare subjects at a load that all of them reach.',
  },
  'stand-in-service': {
    title: 'Stand-in service',
    advice:
      'A service was replaced by a small program with the same protocol. Compare subjects among themselves; do not quote the value as that of the real service. Provide the service and run again.',
  },
  'quick-profile': {
    title: 'Quick profile',
    advice:
      'Measured with short warm-up, short batches and few trials, to see that everything works. Do not cite it; measure with --profile standard or full.',
  },
  'timer-resolution': {
    title: 'Batches too short for the timer',
    advice:
      'Reading the timer made up more than 1 % of a batch, so the value is too large by up to that share. Longer batches are needed: give one operation more work.',
  },
  'memory-limit-hit': {
    title: 'Memory limit reached',
    advice:
      'The subject ran into its memory limit, so time went into reclaiming memory. Raise the limit of the control group, or read the value as behaviour under pressure.',
  },
  writeback: {
    title: 'Disk writeback',
    advice:
      'So much file data waited for the disk that the kernel holds up writers, so the value may show the disk as well. Write less than the page cache takes, or run longer than it can hide.',
  },
};

/** Every caveat that can be in force, in the words of the documentation. */
export const caveatCatalogue = Object.fromEntries(
  Object.entries(wordings).map(([code, wording]) => [
    code,
    { ...wording, anchor: code, href: `/docs/methodology/caveats/#${code}` },
  ]),
) as Record<CaveatCode, CaveatDescription>;
