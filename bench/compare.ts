import type { Goal, Measured, RunOptions, Scenario, Size } from "./scenario.ts";

/** What a scenario came to. */
export interface Comparison {
  id: string;
  /** Medians of the pairs. */
  ours: number;
  reference: number;
  /** Median of the pairs' ratios, ours to the reference. */
  ratio: number;
  /** The least and the greatest of the pairs' ratios. */
  spread: [least: number, greatest: number];
  unit: string;
  /** As measured: ours, the reference. */
  pairs: [ours: number, reference: number][];
  must: string;
  aim?: string;
  met: boolean;
  /** Medians of what helps to understand it. */
  notes: Record<string, number>;
}

/** Measures a scenario pair by pair, alternating which side comes first. @param onPair is told each pair as it comes. */
export async function compare(
  scenario: Scenario,
  size: Size,
  options: RunOptions,
  onPair: (measured: Measured, number: number) => void = () => undefined,
): Promise<Comparison> {
  const measured: Measured[] = [];
  for (let number = 1; number <= scenario.pairs[size]; number += 1) {
    const pair = await scenario.measure(size, number % 2 === 1, options);
    measured.push(pair);
    onPair(pair, number);
  }
  return summarize(scenario, measured);
}

export function summarize(
  { id, unit, goal }: Pick<Scenario, "id" | "unit" | "goal">,
  measured: readonly Measured[],
): Comparison {
  const ratios = measured.map(({ ours, reference }) => ours / reference);
  const ours = median(measured.map((pair) => pair.ours));
  const ratio = median(ratios);
  const names = Object.keys(measured[0]?.notes ?? {});
  return {
    id,
    ours,
    reference: median(measured.map((pair) => pair.reference)),
    ratio,
    spread: [Math.min(...ratios), Math.max(...ratios)],
    unit,
    pairs: measured.map((pair) => [pair.ours, pair.reference]),
    must: sentenceOf(goal, goal.must),
    ...(goal.aim === undefined ? {} : { aim: sentenceOf(goal, goal.aim) }),
    met: isMet(goal, goal.of === "ratio" ? ratio : ours),
    notes: Object.fromEntries(
      names.map((name) => [name, median(measured.map(({ notes }) => notes?.[name] ?? Number.NaN))]),
    ),
  };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

function isMet({ is, must }: Goal, value: number): boolean {
  return is === "at least" ? value >= must : value <= must;
}

function sentenceOf({ of, is }: Goal, limit: number): string {
  return `${of} ${is === "at least" ? "≥" : "≤"} ${limit}`;
}
