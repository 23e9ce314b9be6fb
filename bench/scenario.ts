export type Size = "smoke" | "full";

/** One measurement of both sides. */
export interface Measured {
  ours: number;
  reference: number;
  /** What helps to understand it, by name; shown, not judged. */
  notes?: Record<string, number>;
}

/** What has to come out: of our figure, or of how it stands to the reference's. */
export interface Goal {
  of: "ours" | "ratio" | "difference";
  is: "at least" | "at most";
  must: number;
  aim?: number;
}

/** One row of the table: a figure beside its reference, and what it has to be. */
export interface Row {
  /** As in docs/benchmarks.md: B1, B3 … */
  id: string;
  /** In a few words. */
  what: string;
  /** Beside what. */
  beside: string;
  unit: string;
  /** It is met when all of them are. */
  goals: readonly Goal[];
}

/** One or several questions that are answered by the same run, which measures the same thing of Shopbell and of a reference. */
export interface Scenario {
  rows: readonly Row[];
  /** How often both sides are measured; 1 where the result is always the same. */
  pairs: Record<Size, number>;
  /** For what takes too long to be part of every run. The small run has all of them. */
  onlyWhenNamed?: true;
  /**
   * Measures ours and the reference once, each in fresh processes, one after the other. @param oursFirst changes with every pair, so
   * that a machine that gets slower or faster does so for both. @returns a measurement for each row, by its id.
   */
  measure(size: Size, oursFirst: boolean, options: RunOptions): Promise<Record<string, Measured>>;
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
