const removals = new Set<() => void>();
let watching = false;

/**
 * Has something removed when this program exits without having done so, by whatever way short of
 * SIGKILL. `remove` must first end the processes that use it: those registered to be ended on exit may
 * still run then.
 * @returns a function that takes it off the list again.
 */
export function removeOnExit(remove: () => void): () => void {
  if (!watching) process.on('exit', removeAll);
  watching = true;
  removals.add(remove);
  return () => {
    removals.delete(remove);
  };
}

function removeAll(): void {
  for (const remove of removals) {
    try {
      remove();
    } catch {
      // The record stays, and the next run tries again.
    }
  }
}
