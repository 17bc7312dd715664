/** Makes a call and tells how long it took, in ns, where somebody wants to know. */
export function timed(call: () => void, took?: (nanoseconds: number) => void): void {
  if (took === undefined) {
    call();
    return;
  }
  const begun = performance.now();
  call();
  took(Math.round((performance.now() - begun) * 1e6));
}
