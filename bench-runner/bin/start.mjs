#!/usr/bin/env node
// `npm start`: serves the site with the published results, measures the quick profile, and builds
// the site once more with what was measured.
import { spawn } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const host = '127.0.0.1';
const firstPort = Number(process.env.PORT ?? 3000);
const someCasesFailed = 3;
/** Time for a program to end after it was asked to, in ms. */
const patience = 5_000;
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const docusaurus = join(
  dirname(createRequire(import.meta.url).resolve('@docusaurus/core/package.json')),
  'bin/docusaurus.mjs',
);

if (!Number.isInteger(firstPort) || firstPort < 1 || firstPort > 65_535) {
  console.error(`PORT is ${process.env.PORT}; expected a number from 1 to 65535`);
  process.exit(2);
}

const running = new Set();
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    interrupted = true;
    for (const child of running) child.kill(signal);
  });
}

/** Starts a program of ours; `ended` resolves with its exit code. */
function start(program, args, stdio = 'inherit') {
  const child = spawn(process.execPath, [program, ...args], { cwd: root, stdio });
  running.add(child);
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
  });
  return { child, ended };
}

async function step(title, program, args, alsoFine = []) {
  console.error(`\n${title}`);
  const started = Date.now();
  const code = await start(program, args).ended;
  if (interrupted) await end(130);
  if (code !== 0 && !alsoFine.includes(code)) await end(code);
  console.error(`done in ${Math.round((Date.now() - started) / 1_000)} s`);
}

/** Ends what still runs, and then this program. */
async function end(code) {
  const last = [...running];
  for (const child of last) child.kill('SIGTERM');
  const force = setTimeout(() => {
    for (const child of last) child.kill('SIGKILL');
  }, patience);
  await Promise.all(last.map((child) => new Promise((resolve) => child.once('exit', resolve))));
  clearTimeout(force);
  process.exit(code);
}

/** The first free port from the one wanted, so that a server already running is no obstacle. */
async function freePort() {
  for (let port = firstPort; port < firstPort + 20 && port <= 65_535; port += 1) {
    const free = await new Promise((resolve) => {
      const server = createServer();
      server.once('error', () => resolve(false));
      server.listen(port, host, () => server.close(() => resolve(true)));
    });
    if (free) return port;
  }
  console.error(`no free port from ${firstPort} on; choose another: PORT=4000 npm start`);
  process.exit(1);
}

await step(
  'Step 1 of 3: build the site with the published results (some ten seconds)',
  docusaurus,
  ['build'],
);
const port = await freePort();
const address = `http://${host}:${port}/`;
const server = start(
  docusaurus,
  ['serve', '--no-open', '--host', host, '--port', String(port)],
  ['ignore', 'ignore', 'inherit'],
);
server.ended.then(async (code) => {
  if (interrupted) {
    // Else the step that is interrupted as well ends the program.
    if (running.size === 0) process.exit(0);
    return;
  }
  console.error(`the server of the site ended with ${code}`);
  await end(1);
});
console.error(`\nPublished results are at ${address} from now on. What you do on this machine while it
measures is other work: trials it disturbs are taken again, or carry a caveat.`);

await step(
  'Step 2 of 3: measure the quick profile (about four minutes)',
  join(root, 'bench-runner/bin/lab.mjs'),
  ['run', '--profile', 'quick'],
  [someCasesFailed],
);
const built = join(root, 'build');
const next = join(root, '.lab/build-next');
const last = join(root, '.lab/build-last');
await step('Step 3 of 3: build the site with them (some ten seconds)', docusaurus, [
  'build',
  '--out-dir',
  next,
]);
// The server looks files up as they are asked for, so it need not be started again.
rmSync(last, { recursive: true, force: true });
renameSync(built, last);
renameSync(next, built);
rmSync(last, { recursive: true, force: true });
console.error(`\nYour results: ${address}results/next/ (Ctrl+C ends the server)`);
