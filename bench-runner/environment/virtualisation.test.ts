import { describe, expect, test } from 'vitest';
import { containerOf, hypervisorOf, type VirtualisationTraces } from './virtualisation.ts';

const bare: VirtualisationTraces = {
  cpuinfo: 'flags\t\t: fpu vme sse2\n',
  firmware: null,
  hypervisorType: null,
  initCgroup: '0::/init.scope\n',
  dockerFile: false,
  podmanFile: false,
};
const guest = { ...bare, cpuinfo: 'flags\t\t: fpu hypervisor sse2\n' };

describe('a hypervisor', () => {
  test('is named by the firmware of a guest', () => {
    expect(hypervisorOf({ ...guest, firmware: 'QEMU Standard PC' })).toBe('kvm');
    expect(hypervisorOf({ ...guest, firmware: 'VMware, Inc. VMware7,1' })).toBe('vmware');
    expect(hypervisorOf({ ...guest, firmware: 'Amazon EC2 m7i.large' })).toBe('amazon');
  });

  test('without a name is still one', () => {
    expect(hypervisorOf(guest)).toBe('hypervisor');
  });

  test('is not read from the firmware of a machine without the flag', () => {
    expect(hypervisorOf({ ...bare, firmware: 'Microsoft Corporation Surface' })).toBeNull();
    expect(hypervisorOf(bare)).toBeNull();
  });

  test('on ARM, where there is no flag, is told by its firmware', () => {
    const arm = { ...bare, cpuinfo: 'Features\t: fp asimd\n' };
    expect(hypervisorOf({ ...arm, firmware: 'QEMU KVM Virtual Machine' })).toBe('kvm');
    expect(hypervisorOf({ ...arm, firmware: 'Microsoft Corporation Surface' })).toBeNull();
  });

  test('that the kernel names comes first', () => {
    expect(hypervisorOf({ ...guest, hypervisorType: 'xen' })).toBe('xen');
  });
});

describe('a container', () => {
  test('is told by the group of the first process', () => {
    expect(containerOf({ ...bare, initCgroup: '4:memory:/kubepods/burstable/x' })).toBe(
      'kubernetes',
    );
    expect(containerOf({ ...bare, initCgroup: '0::/docker/0123' })).toBe('docker');
  });

  test('is told by the file it leaves in the root folder', () => {
    expect(containerOf({ ...bare, initCgroup: '0::/', dockerFile: true })).toBe('docker');
    expect(containerOf({ ...bare, initCgroup: '0::/', podmanFile: true })).toBe('podman');
  });

  test('is not found on a plain machine', () => {
    expect(containerOf(bare)).toBeNull();
  });
});
