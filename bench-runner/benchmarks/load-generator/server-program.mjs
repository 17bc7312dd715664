// Answers every request with a small JSON body. With a stall, it does nothing at all for so many
// ms at the beginning of every second.
import { createServer } from 'node:http';

const stallMs = Number(process.argv[2] ?? 0);
const nothing = new Int32Array(new SharedArrayBuffer(4));
const server = createServer((_, response) => {
  response.setHeader('content-type', 'application/json');
  response.end('{"status":"ok","server":"node"}');
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));

if (stallMs > 0) {
  let next = performance.now() + 1000;
  const stall = () => {
    Atomics.wait(nothing, 0, 0, next + stallMs - performance.now());
    next += 1000;
    setTimeout(stall, next - performance.now());
  };
  setTimeout(stall, 1000);
}

// Ends with the process that started it, however that one ends.
process.stdin.resume();
process.stdin.on('close', () => process.exit());
process.stdin.on('error', () => process.exit());
