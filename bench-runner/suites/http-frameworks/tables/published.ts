import type { Contrast } from './contrast.ts';

export const source = 'Backend-Benchmark-Lab Roadmap, 2026-01-03';

/** A figure of the plan as a ratio of times: the first takes so many times as long. */
export interface PublishedFigure {
  id: string;
  title: string;
  /** The ratio, or its two ends where a range was given. */
  ratio: { low: number; high: number };
  contrasts: readonly Contrast[];
  /** What the reader must know to set ours beside it. */
  condition: string;
}

const exactly = (ratio: number) => ({ low: ratio, high: ratio });

const pagination = (depth: string): Contrast => ({
  scenario: 'db-pagination',
  axis: 'way',
  of: 'offset',
  to: 'cursor',
  fixed: { depth },
});

const loading = (to: string): Contrast => ({
  scenario: 'db-n-plus-one',
  axis: 'strategy',
  of: 'lazy',
  to,
  fixed: { authors: 20, 'data-layer': 'sql' },
});

/** Ratios within one subject that the plan published, of FastAPI with SQLAlchemy, at p95. */
export const publishedFigures: readonly PublishedFigure[] = [
  {
    id: 'offset-cursor',
    title: 'p95, OFFSET over cursor',
    ratio: exactly(60 / 34),
    contrasts: [pagination('anywhere'), pagination('last')],
    condition: 'random pages of 100,000 rows',
  },
  {
    id: 'columns',
    title: 'Time, 50 columns over 5',
    ratio: exactly(1.45),
    contrasts: [
      { scenario: 'db-column-overhead', axis: 'query', of: 'columns-50', to: 'columns-5' },
    ],
    condition: 'all columns of each row',
  },
  {
    id: 'lazy-eager',
    title: 'p95, lazy over eager loading',
    ratio: exactly(102.71 / 24.86),
    contrasts: [loading('eager')],
    condition: '20 authors with their posts',
  },
  {
    id: 'lazy-subquery',
    title: 'p95, lazy over subquery loading',
    ratio: exactly(102.71 / 27.99),
    contrasts: [loading('subquery')],
    condition: '20 authors with their posts',
  },
];

/** What strict architecture cost on light requests, in FastAPI. */
export const publishedStrictness = {
  title: 'Time, strict over pragmatic architecture',
  ratio: { low: 1.1, high: 1.17 },
  condition: 'light requests',
  scenario: 'lightweight',
  of: 'express-strict',
  to: 'express',
} as const;

/** Figures about subjects that the suite has not. */
export const publishedElsewhere = [
  { title: 'Time, Django over FastAPI, light requests', ratio: { low: 7, high: 9 } },
  { title: 'Time, FastAPI over Django, database reads', ratio: { low: 1.6, high: 1.6 } },
  { title: 'Time, Django over FastAPI, mixed requests', ratio: { low: 1.4, high: 1.4 } },
] as const;
