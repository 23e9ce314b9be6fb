export type Size = "smoke" | "full";

/** One measurement of both sides. */
export interface Measured {
  ours: number;
  reference: number;
  /** What helps to understand it, by name; shown, not judged. */
  notes?: Record<string, number>;
}

/** What has to come out: of the ratio, or of our own figure where that is the promise. */
export interface Goal {
  of: "ratio" | "ours";
  is: "at least" | "at most";
  must: number;
  aim?: number;
}

/** One question, answered by measuring the same thing of Shopbell and of a reference. */
export interface Scenario {
  /** As in docs/benchmarks.md: B1, B3 … */
  id: string;
  /** In a few words, for the table. */
  what: string;
  /** Beside what. */
  beside: string;
  unit: string;
  goal: Goal;
  /** How often both sides are measured; 1 where the result is always the same. */
  pairs: Record<Size, number>;
  /**
   * Measures ours and the reference once, each in fresh processes, one after the other. @param oursFirst changes with every pair, so
   * that a machine that gets slower or faster does so for both.
   */
  measure(size: Size, oursFirst: boolean, options: RunOptions): Promise<Measured>;
}

export interface RunOptions {
  /** Where to write CPU profiles of our server, if at all. */
  profile?: string;
}

/** Runs both sides in the given order. */
export async function bothSides<T>(
  oursFirst: boolean,
  ours: () => Promise<T>,
  reference: () => Promise<T>,
): Promise<{ ours: T; reference: T }> {
  if (oursFirst) {
    const first = await ours();
    return { ours: first, reference: await reference() };
  }
  const first = await reference();
  return { reference: first, ours: await ours() };
}

/** Uses something that is stopped whatever happens. */
export async function using<T extends { stop(): Promise<void> }, R>(
  thing: T,
  act: (thing: T) => Promise<R>,
): Promise<R> {
  try {
    return await act(thing);
  } finally {
    await thing.stop();
  }
}
