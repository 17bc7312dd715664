import type { Caveat } from '../results/caveat.ts';
import type { Environment } from '../results/environment.ts';

/** In force where a service of the run was a stand-in; names each. */
export function standInService(services: Environment['services']): Caveat | null {
  const standIns = services.filter(({ standIn }) => standIn).map(({ name }) => name);
  if (standIns.length === 0) return null;
  return { code: 'stand-in-service', detail: `stand-in for ${standIns.join(', ')}` };
}
