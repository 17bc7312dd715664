/** Where the figures stand. */
export const source = 'report of a Go library, its own benchmark on an Apple M3 Pro, June 2025';

/** Sizes that the library measured, in bytes. */
export const publishedSizes = [1024, 65_536, 1_048_576] as const;
export type PublishedSize = (typeof publishedSizes)[number];

type Figures<Subject extends string> = Readonly<
  Record<PublishedSize, Readonly<Record<Subject, number>>>
>;

/** Time per message, in ns. */
export const publishedTimes: Figures<'original' | 'optimized' | 'hybrid'> = {
  1024: { original: 67.31, optimized: 104.1, hybrid: 73.41 },
  65536: { original: 1988, optimized: 1822, hybrid: 1803 },
  1048576: { original: 43_009, optimized: 24_139, hybrid: 26_139 },
};

/** Bytes allocated per message; the optimized writer's were not published. */
export const publishedBytes: Figures<'original' | 'hybrid'> = {
  1024: { original: 48, hybrid: 48 },
  65536: { original: 1056, hybrid: 432 },
  1048576: { original: 16_506, hybrid: 1639 },
};

/** What the threshold check and the indirection were said to cost together, in ns. */
export const publishedLayerNanos = 0.63 + 6.45;
