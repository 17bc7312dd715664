import type { Caveat } from '../results/caveat.ts';
import type { Profile } from '../results/schema.ts';

/** In force for everything measured with the quick profile. */
export function quickProfile(profile: Profile): Caveat | null {
  return profile === 'quick'
    ? { code: 'quick-profile', detail: 'measured with the quick profile' }
    : null;
}
