/** Times that can be given ahead. */
export const capacity = 4096;
/** Places in the control words: end, a tick not yet taken, numbers of times given and passed. */
export const stopped = 0;
export const tickPending = 1;
export const given = 2;
export const passed = 3;

/**
 * Sleeps until each of the times and posts a message. A sleep ends late by what the kernel takes to
 * wake a thread, so it is begun for as much less as half of the last ones were late.
 */
export const tickerProgram = `
'use strict';
const { parentPort, workerData } = require('node:worker_threads');
const { control, times, originMs } = workerData;
const [seconds, nanoseconds] = process.hrtime();
const shift = seconds * 1000 + nanoseconds / 1e6 - performance.now() - originMs;
let read = 0;
let late = 0.06;
while (Atomics.load(control, ${stopped}) === 0) {
  read = Math.max(read, Atomics.load(control, ${passed}));
  if (read === Atomics.load(control, ${given})) {
    Atomics.wait(control, ${given}, read, 1);
    continue;
  }
  const now = performance.now() + shift;
  const left = times[read % ${capacity}] - late - now;
  if (left > 0.01) {
    Atomics.wait(control, ${stopped}, 0, left);
    const over = performance.now() + shift - now - left;
    if (over > late) late = Math.min(late + 0.001, 0.08);
    else late = Math.max(late - 0.001, 0.02);
    if (over < -0.01) continue;
  }
  read += 1;
  if (Atomics.exchange(control, ${tickPending}, 1) === 0) parentPort.postMessage(0);
}
`;
