import { expect, it } from 'vitest';
import { searchable } from './searchable.ts';

const routes = [
  '/lab/',
  '/lab/404.html',
  '/lab/docs/introduction/',
  '/lab/results/',
  '/lab/results/2026.11/',
  '/lab/results/2026.11/multiplexer/',
  '/lab/results/2026.10/multiplexer/',
  '/lab/results/next/multiplexer/',
];

it('finds the newest published version and all that is no result', () => {
  expect(searchable(routes, '/lab/', '2026.11')).toEqual([
    '/',
    '/docs/introduction/',
    '/results/2026.11/',
    '/results/2026.11/multiplexer/',
  ]);
});

it('finds local results where nothing is published', () => {
  expect(searchable(['/', '/results/next/'], '/', undefined)).toEqual(['/', '/results/next/']);
});
