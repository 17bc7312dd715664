/** What is used of two libraries that come without types. */
declare module 'd3-flame-graph' {
  interface FlameNode<Frame> {
    data: Frame;
  }

  interface FlameGraph<Frame> {
    (selection: unknown): void;
    width(): number;
    width(pixels: number): this;
    height(pixels: number): this;
    cellHeight(pixels: number): this;
    inverted(inverted: boolean): this;
    minFrameSize(pixels: number): this;
    transitionDuration(ms: number): this;
    sort(compare: (a: FlameNode<Frame>, b: FlameNode<Frame>) => number): this;
    setColorMapper(map: (node: FlameNode<Frame>) => string): this;
    setLabelHandler(label: (node: FlameNode<Frame>) => string): this;
    setDetailsElement(element: HTMLElement): this;
    update(): this;
    destroy(): this;
  }

  export default function flamegraph<Frame>(): FlameGraph<Frame>;
}

declare module 'd3-selection' {
  interface Selection {
    datum(data: unknown): Selection;
    call(draw: (selection: Selection) => void): Selection;
  }

  export function select(element: Element): Selection;
}
