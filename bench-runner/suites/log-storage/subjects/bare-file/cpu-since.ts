/** Reads the CPU, in µs, that this process has used since a reading. */
export function cpuSince(start: NodeJS.CpuUsage): () => Promise<{ user: number; system: number }> {
  return async () => process.cpuUsage(start);
}
