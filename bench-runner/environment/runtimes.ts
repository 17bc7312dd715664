import { tmpdir } from 'node:os';
import { runCommand } from '../process/run-command.ts';
import type { Environment } from '../results/environment.ts';

type Runtime = Environment['runtimes'][number];

interface ForeignRuntime {
  id: string;
  name: string;
  /** Commands that print the version; the first that answers counts. */
  commands: readonly (readonly string[])[];
  pattern: RegExp;
}

const foreignRuntimes: readonly ForeignRuntime[] = [
  { id: 'go', name: 'Go', commands: [['go', 'version']], pattern: /\bgo(\d+\.\d+\S*)/ },
  {
    id: 'python',
    name: 'Python',
    commands: [
      ['python3', '--version'],
      ['python', '--version'],
    ],
    pattern: /^Python (\S+)/m,
  },
  {
    id: 'java',
    name: 'Java',
    commands: [['java', '-version']],
    pattern: /^(?:openjdk|java) (?:version )?"?([\w.+-]+)/m,
  },
];

/** Version that a runtime printed; null where the output is not the expected one. */
export function parseVersion(id: string, output: string): string | null {
  const runtime = foreignRuntimes.find((candidate) => candidate.id === id);
  return runtime?.pattern.exec(output)?.[1] ?? null;
}

/** Node.js and V8 of this process, and Go, Python and Java where they are on the PATH. */
export async function findRuntimes(): Promise<Runtime[]> {
  const found = await Promise.all(foreignRuntimes.map(askVersion));
  return [
    { id: 'node', name: 'Node.js', version: process.versions.node },
    { id: 'v8', name: 'V8', version: process.versions.v8 },
    ...found.filter((runtime) => runtime !== null),
  ];
}

async function askVersion({ id, name, commands }: ForeignRuntime): Promise<Runtime | null> {
  for (const command of commands) {
    try {
      const { exitCode, stdout, stderr } = await runCommand(command, {
        // Away from any go.mod that would ask for another toolchain, and without fetching one.
        cwd: tmpdir(),
        env: { GOTOOLCHAIN: 'local', _JAVA_OPTIONS: undefined, JAVA_TOOL_OPTIONS: undefined },
        timeoutMs: 5_000,
      });
      const version = parseVersion(id, `${stdout}\n${stderr}`);
      if (exitCode === 0 && version) return { id, name, version };
    } catch {
      // Not installed, or it hangs: the run goes on without it.
    }
  }
  return null;
}
