import { findProgram } from '../process/find-program.ts';
import type { Check } from './check.ts';

interface OptionalProgram {
  id: string;
  /** Names it goes by on the PATH. */
  names: readonly string[];
  /** Variable that names its path instead. */
  variable?: string;
  purpose: string;
  /** Package names; an address where there is no package. */
  packages: Readonly<Record<PackageManager, string>>;
}

const managers = {
  'apt-get': 'apt-get install',
  dnf: 'dnf install',
  brew: 'brew install',
} as const;
type PackageManager = keyof typeof managers;

const k6Address = 'https://grafana.com/docs/k6/latest/set-up/install-k6/';

const programs: readonly OptionalProgram[] = [
  {
    id: 'chromium',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    variable: 'LAB_CHROMIUM',
    purpose: 'browser tests of the site; without it they try a packaged one',
    packages: { 'apt-get': 'chromium', dnf: 'chromium', brew: '--cask chromium' },
  },
  {
    id: 'go',
    names: ['go'],
    purpose: 'subjects written in Go',
    packages: { 'apt-get': 'golang-go', dnf: 'golang', brew: 'go' },
  },
  {
    id: 'python',
    names: ['python3', 'python'],
    purpose: 'subjects written in Python',
    packages: { 'apt-get': 'python3', dnf: 'python3', brew: 'python' },
  },
  {
    id: 'java',
    names: ['java'],
    purpose: 'subjects written in Java',
    packages: {
      'apt-get': 'default-jre-headless',
      dnf: 'java-latest-openjdk-headless',
      brew: 'openjdk',
    },
  },
  {
    id: 'psql',
    names: ['psql'],
    purpose: 'looking into a PostgreSQL server by hand',
    packages: { 'apt-get': 'postgresql-client', dnf: 'postgresql', brew: 'libpq' },
  },
  {
    id: 'redis',
    names: ['redis-server', 'valkey-server'],
    purpose: 'suites on a Redis server; without it they run on a stand-in',
    packages: { 'apt-get': 'redis-server', dnf: 'valkey', brew: 'redis' },
  },
  {
    id: 'wrk',
    names: ['wrk'],
    purpose: 'cross-checks of the HTTP load generator',
    packages: { 'apt-get': 'wrk', dnf: 'wrk', brew: 'wrk' },
  },
  {
    id: 'k6',
    names: ['k6'],
    purpose: 'cross-checks of the HTTP load generator',
    packages: { 'apt-get': k6Address, dnf: k6Address, brew: 'k6' },
  },
];

/** Looks for the programs that some suites or tests use; nothing is needed of them. */
export async function findOptionalPrograms(
  find: (...names: string[]) => Promise<string | null> = findProgram,
): Promise<Check[]> {
  const manager = await findManager(find);
  return Promise.all(
    programs.map(async (program): Promise<Check> => {
      const { id, names, variable, purpose } = program;
      const named = variable === undefined ? undefined : process.env[variable];
      const found = (named && (await find(named))) || (await find(...names));
      return {
        id,
        title: id,
        group: 'programs',
        needed: false,
        status: found ? 'ok' : 'missing',
        finding: found ? 'found' : `for ${purpose}`,
        remedy: found ? null : remedyFor(program, manager),
      };
    }),
  );
}

async function findManager(
  find: (...names: string[]) => Promise<string | null>,
): Promise<PackageManager | null> {
  for (const manager of Object.keys(managers) as PackageManager[]) {
    if (await find(manager)) return manager;
  }
  return null;
}

function remedyFor({ id, packages }: OptionalProgram, manager: PackageManager | null): string {
  if (manager === null) return `install ${id} and add its folder to PATH`;
  const name = packages[manager];
  return name.startsWith('https://') ? `see ${name}` : `${managers[manager]} ${name}`;
}
