/** Height of a frame of a flame graph, in pixels: room for a line of text. */
export const frameHeight = 20;

/** Height of a whole flame graph in pixels: known before it is drawn. */
export function flameHeight(levels: number): number {
  return levels * frameHeight;
}
