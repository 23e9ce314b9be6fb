// What the bench does and notes in the page of the console. Each function is sent there by itself.

declare global {
  interface Window {
    noted?: {
      firstRowsMs?: number;
      frames?: number[];
      longTasks?: number[];
      stop?: () => void;
    };
  }
}

/** From the navigation until the first rows, whatever selects them, were painted. */
export function noteFirstRows(row: string): void {
  const look = (): void => {
    // The frame after the one in which they came: then they have been painted.
    if (document.querySelector(row) === null) requestAnimationFrame(look);
    else requestAnimationFrame(() => (window.noted = { firstRowsMs: performance.now() }));
  };
  requestAnimationFrame(look);
}

export function startWatching(): void {
  const frames: number[] = [];
  const longTasks: number[] = [];
  let last = performance.now();
  let next = 0;
  const note = (now: number): void => {
    frames.push(now - last);
    last = now;
    next = requestAnimationFrame(note);
  };
  next = requestAnimationFrame((now) => {
    last = now;
    next = requestAnimationFrame(note);
  });
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  });
  observer.observe({ type: "longtask" });
  const stop = (): void => {
    cancelAnimationFrame(next);
    observer.disconnect();
  };
  window.noted = { frames, longTasks, stop };
}

/** Milliseconds from each frame to the next, and of each task longer than 50. */
export function stopWatching(): { frames: number[]; longTasks: number[] } {
  const { frames = [], longTasks = [], stop } = window.noted ?? {};
  stop?.();
  return { frames, longTasks };
}

/** Moves the list from its top to its end, a step in each frame. */
export async function dragList(ms: number): Promise<void> {
  const grid = document.querySelector('[role="grid"]');
  if (grid === null) throw new Error("There is no list.");
  const from = performance.now();
  for (let part = 0; part < 1;) {
    part = Math.min(1, ((await new Promise(requestAnimationFrame)) - from) / ms);
    grid.scrollTop = part * (grid.scrollHeight - grid.clientHeight);
  }
}

/** Moves the list on from its middle, by so many pixels in each frame. */
export async function wheelList({ ms, px }: { ms: number; px: number }): Promise<void> {
  const grid = document.querySelector('[role="grid"]');
  if (grid === null) throw new Error("There is no list.");
  grid.scrollTop = grid.scrollHeight / 2;
  const from = performance.now();
  while ((await new Promise<number>(requestAnimationFrame)) - from < ms) grid.scrollBy(0, px);
}
