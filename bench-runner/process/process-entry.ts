/** What is known of one process at one moment. */
export interface ProcessEntry {
  pid: number;
  parent: number;
  group: number;
  /** One letter; `Z` is a process that has ended and was not waited for. */
  state: string;
  /** Start in clock ticks since boot, which tells a reused pid from the old one; 0 from `ps`. */
  startedAt: number;
  /** CPU of the process itself, in seconds. */
  ownCpuSeconds: number;
  /** CPU of its children that have ended and were waited for, in seconds; 0 from `ps`. */
  endedChildrenCpuSeconds: number;
  residentBytes: number;
  /** Largest resident memory since the start, where it was asked for. */
  peakResidentBytes?: number;
}

/**
 * Parses `/proc/<pid>/stat` (proc_pid_stat(5)). The name stands in parentheses and may itself hold
 * spaces and parentheses, so fields are counted from the last one.
 * @throws SyntaxError if the line is not one of a process.
 */
export function parseProcessStat(
  line: string,
  units: { ticksPerSecond: number; pageBytes: number },
): ProcessEntry {
  const nameEnd = line.lastIndexOf(')');
  const fields = line.slice(nameEnd + 2).split(' ');
  const pid = Number.parseInt(line, 10);
  if (nameEnd < 0 || fields.length < 22 || !Number.isInteger(pid)) {
    throw new SyntaxError(`expected a line of /proc/<pid>/stat, got "${line.slice(0, 80)}"`);
  }
  // Fields count from 1 in the manual; the first one after the name is number 3.
  const field = (number: number) => Number(fields[number - 3]);
  return {
    pid,
    parent: field(4),
    group: field(5),
    state: fields[0] ?? '?',
    startedAt: field(22),
    ownCpuSeconds: (field(14) + field(15)) / units.ticksPerSecond,
    endedChildrenCpuSeconds: (field(16) + field(17)) / units.ticksPerSecond,
    residentBytes: Math.max(0, field(24)) * units.pageBytes,
  };
}

/** Largest resident memory in bytes from `/proc/<pid>/status`; undefined where it is not told. */
export function parsePeakResidentBytes(status: string): number | undefined {
  const kibibytes = /^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1];
  return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
}

/** Parses the lines of `ps -o pid=,ppid=,pgid=,stat=,rss=,time=`; other lines are left out. */
export function parsePsLines(text: string): ProcessEntry[] {
  const entries: ProcessEntry[] = [];
  for (const line of text.split('\n')) {
    const [pid, parent, group, state, rss, time] = line.trim().split(/\s+/);
    if (!pid || !parent || !group || !state || !rss || !time || !/^\d+$/.test(pid)) continue;
    entries.push({
      pid: Number(pid),
      parent: Number(parent),
      group: Number(group),
      state: state.charAt(0),
      startedAt: 0,
      ownCpuSeconds: parsePsTime(time),
      endedChildrenCpuSeconds: 0,
      residentBytes: Number(rss) * 1024,
    });
  }
  return entries;
}

/** Seconds in a `ps` time: `[[days-]hours:]minutes:seconds[.fraction]`. */
export function parsePsTime(time: string): number {
  const [days, clock] = time.includes('-') ? time.split('-') : ['0', time];
  const seconds = (clock ?? '')
    .split(':')
    .reduce((total, part) => total * 60 + Number.parseFloat(part), 0);
  return Number(days) * 86_400 + seconds;
}
