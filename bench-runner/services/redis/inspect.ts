import { found, type Inspection, unavailable } from '../inspection.ts';
import { describeServer } from './describe-server.ts';
import { emptyDatabaseUrl } from './named-server.ts';
import { findServer } from './programs.ts';

/** Says which Redis suites would be given. */
export async function inspectRedis(): Promise<Inspection> {
  const url = process.env.REDIS_URL;
  try {
    if (url) {
      const { name, version } = await describeServer(await emptyDatabaseUrl(url));
      return found(`${name} ${version}, named by REDIS_URL`);
    }
  } catch (error) {
    return unavailable(error);
  }
  if (await findServer()) return found('the one on the PATH');
  return {
    status: 'notice',
    finding: 'a stand-in of the lab: neither redis-server nor valkey-server is on the PATH',
    remedy: 'install redis as under Programs, or set REDIS_URL to a server of yours',
  };
}
