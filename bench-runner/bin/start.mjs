#!/usr/bin/env node
// `npm start`: measures the quick profile, builds the site with it and serves the site.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const host = '127.0.0.1';
const firstPort = Number(process.env.PORT ?? 3000);
const someCasesFailed = 3;
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const docusaurus = join(
  dirname(createRequire(import.meta.url).resolve('@docusaurus/core/package.json')),
  'bin/docusaurus.mjs',
);

let current;
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    interrupted = true;
    current?.kill(signal);
  });
}

/** Runs a program of ours to its end and returns its exit code. */
function run(program, args) {
  return new Promise((resolve, reject) => {
    current = spawn(process.execPath, [program, ...args], { cwd: root, stdio: 'inherit' });
    current.once('error', reject);
    current.once('exit', (code) => resolve(code ?? 1));
  });
}

async function step(title, program, args, alsoFine = []) {
  console.error(`\n${title}`);
  const started = Date.now();
  const code = await run(program, args);
  if (interrupted) process.exit(130);
  if (code !== 0 && !alsoFine.includes(code)) process.exit(code);
  console.error(`done in ${Math.round((Date.now() - started) / 1_000)} s`);
}

/** The first free port from the one wanted, so that a server already running is no obstacle. */
async function freePort() {
  if (!Number.isInteger(firstPort) || firstPort < 1 || firstPort > 65_535) {
    console.error(`PORT is ${process.env.PORT}; expected a number from 1 to 65535`);
    process.exit(2);
  }
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
  'Step 1 of 3: measure the quick profile (about one and a half minutes)',
  join(root, 'bench-runner/bin/lab.mjs'),
  ['run', '--profile', 'quick'],
  [someCasesFailed],
);
await step('Step 2 of 3: build the site (about half a minute)', docusaurus, ['build']);
const port = await freePort();
console.error(`\nStep 3 of 3: serving http://${host}:${port}/results/next/ (Ctrl+C ends it)`);
process.exitCode = await run(docusaurus, [
  'serve',
  '--no-open',
  '--host',
  host,
  '--port',
  String(port),
]);
if (interrupted) process.exitCode = 0;
