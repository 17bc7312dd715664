import { found, type Inspection, unavailable } from '../inspection.ts';
import { findBinaries, missingBinaries } from './binaries.ts';
import { describeServer } from './describe-server.ts';
import { serverUser } from './embedded.ts';
import { maintenanceUrl } from './named-server.ts';

/** Says which PostgreSQL suites would be given. */
export async function inspectPostgres(): Promise<Inspection> {
  const url = process.env.DATABASE_URL;
  try {
    if (url) {
      return found(`${await describeServer(await maintenanceUrl(url))}, named by DATABASE_URL`);
    }
    const binaries = findBinaries();
    if (!binaries) return unavailable(missingBinaries());
    serverUser();
    return found(`${binaries.version}, which comes with the lab`);
  } catch (error) {
    return unavailable(error);
  }
}
