const removals = new Set<() => void>();
let watching = false;

/**
 * Has something removed when this program exits without having done so, by whatever way short of
 * SIGKILL. Call it after the processes that use it are started: they are ended first.
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
