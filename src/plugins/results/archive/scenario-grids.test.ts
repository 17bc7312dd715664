import { expect, test } from 'vitest';
import type { CoverageMatrix, Standings } from '../page-data.ts';
import { matrixGrid, standingsSection } from './scenario-grids.ts';

const row = { title: 'Reads & writes', path: '/results/1.0/http/reads/' };

test('a matrix counts the cases of each subject and leads to the pages of scenarios', () => {
  const cell = { planned: 6, measured: 6, failed: 0, why: [] };
  const matrix: CoverageMatrix = {
    subjects: ['Express', 'Hono', 'Fastify', 'NestJS'],
    reasons: [],
    categories: [
      {
        title: 'Basic',
        rows: [
          {
            ...row,
            cells: [
              cell,
              { ...cell, measured: 4, failed: 2 },
              { ...cell, measured: 0 },
              { ...cell, planned: 0, measured: 0 },
            ],
          },
        ],
      },
    ],
  };
  const { markup } = matrixGrid(matrix);
  expect(markup).toContain('<th scope="rowgroup" colspan="5">Basic</th>');
  expect(markup).toContain('results/1.0/http/reads/">Reads &amp; writes</a>');
  expect([...markup.matchAll(/<td>([^<]*)<\/td>/g)].map(([, text]) => text)).toEqual([
    '✓ 6',
    '✗ 4 of 6',
    '– 0 of 6',
    'no part',
  ]);
});

test('standings count comparisons, ties marked, and are left out where nothing was compared', () => {
  const standings: Standings = {
    subjects: ['Express', 'Hono', 'Fastify'],
    categories: [
      {
        title: null,
        rows: [
          {
            ...row,
            metric: 'Requests per second',
            comparisons: 2,
            cells: [{ ranked: 2, first: 1, tied: 1 }, { ranked: 2, first: 0, tied: 0 }, null],
          },
        ],
      },
    ],
  };
  const markup = standingsSection(standings)?.markup ?? '';
  expect(markup).not.toContain('rowgroup');
  expect([...markup.matchAll(/<td>([^<]*)<\/td>/g)].map(([, text]) => text)).toEqual([
    '1 of 2 =',
    '0 of 2',
    'not compared',
  ]);
  expect(standingsSection(null)).toBeNull();
});
