import flamegraph from 'd3-flame-graph';
import { select } from 'd3-selection';
import type { FlameFrame } from '../../plugins/results/profiles/types.ts';
import { formatMs, formatShare } from '../../plugins/results/profiles/words.ts';
import { flameHeight, frameHeight } from './frame-size.ts';

/** Draws a call tree as wide as its box and returns what removes it. Colours follow the theme. */
export function drawFlameGraph(
  box: HTMLElement,
  details: HTMLElement,
  root: FlameFrame,
  levels: number,
): () => void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const graph = flamegraph<FlameFrame>()
    .width(box.clientWidth)
    .height(flameHeight(levels))
    .cellHeight(frameHeight)
    .inverted(true)
    .minFrameSize(1)
    .transitionDuration(still ? 0 : 250)
    .sort((a, b) => b.data.value - a.data.value)
    .setColorMapper(({ data }) => `var(--lab-frame-${data.owner})`)
    .setLabelHandler(({ data }) => labelOf(data, root.value))
    .setDetailsElement(details);
  // The library marks the frames it is given as it zooms: the file's stay as they are.
  select(box).datum(structuredClone(root)).call(graph);
  const resized = new ResizeObserver(() => {
    if (box.clientWidth !== graph.width()) graph.width(box.clientWidth).update();
  });
  resized.observe(box);
  return () => {
    resized.disconnect();
    graph.destroy();
  };
}

function labelOf({ name, place, value, selfMs }: FlameFrame, whole: number): string {
  const where = place === null ? '' : `, ${place}`;
  return `${name}${where}: ${formatShare(value, whole)}, ${formatMs(value)}; its own ${formatMs(selfMs)}`;
}
