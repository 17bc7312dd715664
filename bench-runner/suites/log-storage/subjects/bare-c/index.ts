import { join } from 'node:path';
import type { BareWork, StorageSubject } from '../../subject.ts';
import { startProgram } from './program.ts';

const subject: StorageSubject = {
  async start(folder, work) {
    const file = join(folder, 'bare-c.data');
    // Where the build of subject.json puts it.
    const compiled = join(import.meta.dirname, 'dist/bare');
    const program = await startProgram(compiled, [file, ...argumentsOf(work)]);
    return {
      run: async (count) => {
        await program.ask(`run ${count}`, /^done$/);
      },
      check: async () => {
        await program.ask('check', /^ok$/);
      },
      cpuMicros: async () => {
        const [, user, system] = await program.ask('cpu', /^cpu (\d+) (\d+)$/);
        return { user: Number(user), system: Number(system) };
      },
      close: () => program.close(),
    };
  },
};

export default subject;

function argumentsOf(work: BareWork): string[] {
  const sizes = [work.kind, String(work.bytes), String(work.fileBytes)];
  if (work.kind === 'append') return [...sizes, work.durability];
  // The program's generator has 32 bits.
  return work.kind === 'random-read' ? [...sizes, String(work.seed >>> 0)] : sizes;
}
