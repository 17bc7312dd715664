import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const program = join(import.meta.dirname, 'start.mjs');

it.each(['abc', '0', '65536', '30.5'])(
  'refuses port %s before it begins anything',
  async (port) => {
    const { code, stderr } = await new Promise<{ code: unknown; stderr: string }>((resolve) => {
      execFile(
        process.execPath,
        [program],
        { env: { ...process.env, PORT: port }, timeout: 30_000 },
        (error, _, stderr) => resolve({ code: error?.code, stderr }),
      );
    });
    expect(stderr).toBe(`PORT is ${port}; expected a number from 1 to 65535\n`);
    expect(code).toBe(2);
  },
);
