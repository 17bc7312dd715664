import { expect, it } from 'vitest';
import { piecesOf } from './excerpt.ts';

it('tells what was found from the rest', () => {
  expect(piecesOf('how <mark>frames</mark> are written')).toEqual([
    { text: 'how ', found: false, at: 0 },
    { text: 'frames', found: true, at: 10 },
    { text: ' are written', found: false, at: 23 },
  ]);
});

it('gives markup in a text back as text', () => {
  expect(piecesOf('&lt;img onerror=&quot;x&quot;&gt; &amp;lt;').map(({ text }) => text)).toEqual([
    '<img onerror="x"> &lt;',
  ]);
});
