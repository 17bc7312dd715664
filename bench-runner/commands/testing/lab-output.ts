import { vi } from 'vitest';
import { main } from '../../cli.ts';

export interface LabOutput {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the command line in this process, as if in the folder `root`. */
export async function labOutput(root: string, ...args: string[]): Promise<LabOutput> {
  const output = { stdout: '', stderr: '' };
  const spies = [
    vi.spyOn(process, 'cwd').mockReturnValue(root),
    vi.spyOn(console, 'log').mockImplementation((text) => {
      output.stdout += `${text}\n`;
    }),
    vi.spyOn(console, 'error').mockImplementation((text) => {
      output.stderr += `${text}\n`;
    }),
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      output.stdout += String(text);
      return true;
    }),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      output.stderr += String(text);
      return true;
    }),
  ];
  try {
    process.exitCode = undefined;
    return { code: await main(['node', 'lab', ...args]), ...output };
  } finally {
    process.exitCode = undefined;
    for (const spy of spies) spy.mockRestore();
  }
}
