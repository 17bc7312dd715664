import { describe, expect, it } from 'vitest';
import { Learner } from './learner.ts';

/** Lets a learner time messages of these lengths with made-up costs, many times over. */
function taught(
  learner: Learner,
  lengths: readonly number[],
  costs: { copy: (length: number) => number; reference: (length: number, chunk: number) => number },
  rounds = 2000,
): Learner {
  for (let round = 0; round < rounds; round++) {
    for (const length of lengths) {
      if (!learner.timed(length)) continue;
      const strategy = learner.probed(length);
      const chunk = learner.probedChunk();
      const cost = strategy === 'copy' ? costs.copy(length) : costs.reference(length, chunk);
      learner.learn(length, strategy, cost, chunk);
    }
  }
  return learner;
}

const powers = [64, 256, 1024, 4096, 16_384];

describe('the threshold', () => {
  it('settles where the costs of both strategies cross', () => {
    // 1 a byte against 3,000 at once: copying wins for 1,024 bytes and loses for 4,096.
    const learner = taught(new Learner(), powers, { copy: (n) => n, reference: () => 3000 });
    expect(learner.preferred(1024)).toBe('copy');
    expect(learner.preferred(4096)).toBe('reference');
  });

  it('is zero where copying never pays', () => {
    const learner = taught(new Learner(), powers, { copy: () => 2, reference: () => 1 });
    expect(learner.threshold).toBe(0);
  });

  it('covers every length that can be copied where copying always pays', () => {
    const learner = taught(new Learner(), powers, { copy: () => 1, reference: () => 2 });
    expect(learner.threshold).toBe(32_767);
  });

  it('follows costs that change', () => {
    const learner = taught(new Learner(), powers, { copy: () => 1, reference: () => 2 });
    taught(learner, powers, { copy: () => 2, reference: () => 1 }, 20_000);
    expect(learner.threshold).toBe(0);
  });

  it('weighs the classes by what is seen', () => {
    // Copying wins by 1 for small messages and loses by 10 for middling ones; no single threshold
    // has both, and large ones win by 2 only if the middling ones are copied too.
    const costs = {
      copy: (n: number) => (n === 1024 ? 20 : 10),
      reference: (n: number) => (n === 64 ? 11 : n === 1024 ? 10 : 12),
    };
    const mostlyLarge = [64, 1024, ...Array(20).fill(8192)];
    expect(taught(new Learner(), mostlyLarge, costs).preferred(1024)).toBe('copy');
    const mostlyMiddling = [64, ...Array(20).fill(1024), 8192];
    expect(taught(new Learner(), mostlyMiddling, costs).preferred(1024)).toBe('reference');
  });

  it('is not moved by one timing that a collection fell into', () => {
    const learner = taught(new Learner(), [1024], { copy: () => 10, reference: () => 16 });
    learner.learn(1024, 'copy', 1_000_000, 65_536);
    taught(learner, [1024], { copy: () => 10, reference: () => 16 });
    expect(learner.preferred(1024)).toBe('copy');
  });
});

describe('an outlier', () => {
  it('that comes first is forgotten', () => {
    const learner = new Learner();
    learner.learn(1024, 'copy', 1000, 65_536);
    taught(learner, [1024], { copy: () => 10, reference: () => 20 });
    expect(learner.preferred(1024)).toBe('copy');
  });
});

describe('the chunk length', () => {
  it.each([16_384, 32_768, 65_536])('becomes the cheapest, here %i', (best) => {
    const learner = taught(new Learner(), [1_000_000], {
      copy: () => 1,
      reference: (_, chunk) => (chunk === best ? 1 : 2),
    });
    expect(learner.chunkBytes).toBe(best);
  });

  it('stays at 64 KB while no long message was seen', () => {
    const learner = taught(new Learner(), powers, { copy: () => 1, reference: () => 2 });
    expect(learner.chunkBytes).toBe(65_536);
  });
});

describe('timing', () => {
  it('takes the first 16 messages of a size class and then one in 64', () => {
    const learner = new Learner();
    const timed = Array.from({ length: 256 }, () => learner.timed(100));
    expect(timed.filter(Boolean)).toHaveLength(16 + 3);
    expect(timed.slice(0, 16)).toEqual(Array(16).fill(true));
  });

  it('never tries to copy a message longer than 32 KB', () => {
    const learner = new Learner();
    expect(learner.probed(32 * 1024 + 1)).toBe('reference');
  });
});
