import { defineSuite } from '../../define/suite.ts';
import { metrics } from './metrics.ts';
import { answers } from './tables/answers.ts';
import { byWorkload } from './tables/by-workload.ts';
import { publishedFigures } from './tables/published-figures.ts';
import { layerCosts, thresholdSweep } from './tables/sweeps.ts';
import { targets } from './tables/targets.ts';

export default defineSuite({
  title: 'Message multiplexer',
  question:
    'Which way of writing messages as frames onto one stream suits which size of message in Node.js?',
  hypothesis:
    'As in a Go library that published its figures: for messages of 1 KB the simple writer wins, by about 9 % over a hybrid that checks a threshold and calls through a second layer; from 64 KB pooled buffers win, by 8 to 9 %, and at 1 MB by 39 to 44 % with 90 % less memory; so a hybrid that switches at 8 KB is the safe choice for mixed sizes.',
  metrics,
  tables: (measured) => [
    byWorkload(measured),
    publishedFigures(measured),
    targets(measured),
    ...thresholdSweep(measured),
    ...layerCosts(measured),
  ],
  answers,
});
