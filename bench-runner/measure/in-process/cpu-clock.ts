/** CPU time of this process, user and system, less what preparing batches took. */
export class CpuClock {
  #leftOut = { user: 0, system: 0 };

  /** Since the process started, in µs. */
  read(): NodeJS.CpuUsage {
    const { user, system } = process.cpuUsage();
    return { user: user - this.#leftOut.user, system: system - this.#leftOut.system };
  }

  /** Does work whose CPU time no operation is charged with; that of other threads meanwhile is neither. */
  async leaveOut(work: () => void | Promise<void>): Promise<void> {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    this.#leftOut.user += user;
    this.#leftOut.system += system;
  }
}
