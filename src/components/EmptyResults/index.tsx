import type { ReactNode } from 'react';
import { Command } from '../Command/index.tsx';

/** What is shown before anything was measured: how to measure. */
export function EmptyResults(): ReactNode {
  return (
    <>
      <p>Nothing has been measured yet. This measures every suite in its quick profile:</p>
      <Command>npm run lab -- run --profile quick</Command>
      <p>
        The run appears here as <em>In Development</em> as soon as it ends;{' '}
        <code>npm run lab -- publish --version 2026.1</code> publishes it under a label of its own.
      </p>
    </>
  );
}
