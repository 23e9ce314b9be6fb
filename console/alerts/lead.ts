/**
 * Waits until no other window of this browser holds `name`, then holds it and calls `onLead`; the returned function lets it go.
 * A browser lets go for a window that is closed or crashes, and freezes no window that holds a lock, however long it lies idle.
 */
export function takeLead(name: string, onLead: () => void): () => void {
  // Over plain http from another computer there are no locks: then each window is on its own.
  if (!("locks" in navigator)) {
    onLead();
    return () => {};
  }
  const waiting = new AbortController();
  const held = Promise.withResolvers<void>();
  void untilAborted(
    navigator.locks.request(name, { signal: waiting.signal }, () => {
      if (!waiting.signal.aborted) onLead();
      return held.promise;
    }),
  );
  return () => {
    waiting.abort();
    held.resolve();
  };
}

/** Calls `onFree` as soon as no window holds `name`, without taking it; the returned function stops waiting. */
export function whenFree(name: string, onFree: () => void): () => void {
  if (!("locks" in navigator)) {
    onFree();
    return () => {};
  }
  const waiting = new AbortController();
  const signal = waiting.signal;
  void untilAborted(navigator.locks.request(name, { mode: "shared", signal }, () => !signal.aborted && onFree()));
  return () => waiting.abort();
}

async function untilAborted(asked: Promise<unknown>): Promise<void> {
  try {
    await asked;
  } catch (problem) {
    if (!(problem instanceof DOMException && problem.name === "AbortError")) throw problem;
  }
}
