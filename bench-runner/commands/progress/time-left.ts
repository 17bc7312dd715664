/** Estimates the time left from the trials taken so far in this process. */
export class TimeLeft {
  readonly #startedMs: number;
  readonly #doneBefore: number;

  /** @param doneBefore Trials an earlier, interrupted part of the run has taken. */
  constructor(startedMs: number, doneBefore: number) {
    this.#startedMs = startedMs;
    this.#doneBefore = doneBefore;
  }

  /** Seconds left, or null before the first trial is done. */
  seconds(nowMs: number, done: number, total: number): number | null {
    const taken = done - this.#doneBefore;
    if (taken <= 0) return null;
    return ((nowMs - this.#startedMs) / 1_000 / taken) * (total - done);
  }
}

/** `0:42`, `12:05`, `1:02:03`; `–` where it is not known. */
export function formatDuration(seconds: number | null): string {
  if (seconds === null) return '–';
  const whole = Math.round(seconds);
  const parts = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  const [hours = 0, minutes = 0, rest = 0] = parts;
  const two = (part: number) => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
