import { existsSync } from 'node:fs';
import { findProgram } from '../process/find-program.ts';
import { runCommand } from '../process/run-command.ts';
import { systemFile } from './system-file.ts';

/** What the system shows from which a hypervisor or a container can be told. */
export interface VirtualisationTraces {
  cpuinfo: string | null;
  /** `/sys/class/dmi/id/sys_vendor` and `product_name`, joined. */
  firmware: string | null;
  /** `/sys/hypervisor/type`. */
  hypervisorType: string | null;
  /** `/proc/1/cgroup`. */
  initCgroup: string | null;
  dockerFile: boolean;
  podmanFile: boolean;
}

const firmwareNames: readonly (readonly [RegExp, string])[] = [
  [/firecracker/i, 'firecracker'],
  [/amazon ec2/i, 'amazon'],
  [/google/i, 'google'],
  [/vmware/i, 'vmware'],
  [/virtualbox|innotek/i, 'oracle'],
  [/microsoft/i, 'microsoft'],
  [/xen/i, 'xen'],
  [/parallels/i, 'parallels'],
  [/apple/i, 'apple'],
  [/kvm|qemu|bochs|openstack/i, 'kvm'],
];

const containerNames: readonly (readonly [RegExp, string])[] = [
  [/kubepods/, 'kubernetes'],
  [/docker/, 'docker'],
  [/libpod/, 'podman'],
  [/containerd/, 'containerd'],
  [/lxc/, 'lxc'],
];

/** Hypervisor as far as it can be told; null on bare metal as far as it can be told. */
export function hypervisorOf(traces: VirtualisationTraces): string | null {
  if (traces.hypervisorType) return traces.hypervisorType;
  const flagged = /^flags\s*:.*\bhypervisor\b/m.test(traces.cpuinfo ?? '');
  const named = nameIn(firmwareNames, traces.firmware);
  // Machines of these makers carry the name on bare metal too, hence the flag; ARM has no flag.
  if (flagged) return named ?? 'hypervisor';
  const hasFlags = /^flags\s*:/m.test(traces.cpuinfo ?? '');
  return hasFlags || named === 'microsoft' || named === 'google' ? null : named;
}

/** Container this process runs in, as far as it can be told; null where none was found. */
export function containerOf(traces: VirtualisationTraces): string | null {
  const named = nameIn(containerNames, traces.initCgroup);
  if (named) return named;
  if (traces.podmanFile) return 'podman';
  return traces.dockerFile ? 'docker' : null;
}

/** Such as `kvm`, `docker` or `kvm, docker`; null where neither was found. */
export async function describeVirtualisation(): Promise<string | null> {
  const parts =
    process.platform === 'darwin'
      ? [(await printed(['sysctl', '-n', 'kern.hv_vmm_present'])) === '1' ? 'apple' : null]
      : await linuxParts();
  const found = parts.filter((part) => part !== null);
  return found.length === 0 ? null : found.join(', ');
}

async function linuxParts(): Promise<(string | null)[]> {
  const traces = readTraces();
  const detector = await findProgram('systemd-detect-virt');
  const detect = async (kind: string) => {
    const name = detector && (await printed([detector, kind]));
    return name && name !== 'none' ? name : null;
  };
  return [
    (await detect('--vm')) ?? hypervisorOf(traces),
    (await detect('--container')) ?? containerOf(traces),
  ];
}

function readTraces(): VirtualisationTraces {
  const firmware = ['sys_vendor', 'product_name']
    .map((name) => systemFile(`/sys/class/dmi/id/${name}`))
    .filter((text) => text !== null);
  return {
    cpuinfo: systemFile('/proc/cpuinfo'),
    firmware: firmware.join(' ') || null,
    hypervisorType: systemFile('/sys/hypervisor/type'),
    initCgroup: systemFile('/proc/1/cgroup'),
    dockerFile: existsSync('/.dockerenv'),
    podmanFile: existsSync('/run/.containerenv'),
  };
}

function nameIn(names: readonly (readonly [RegExp, string])[], text: string | null): string | null {
  return names.find(([pattern]) => text !== null && pattern.test(text))?.[1] ?? null;
}

async function printed(argv: readonly string[]): Promise<string | null> {
  try {
    return (await runCommand(argv, { timeoutMs: 2_000 })).stdout.trim() || null;
  } catch {
    return null;
  }
}
