import type { Goal, Measured, Row, RunOptions, Scenario, Size } from "./scenario.ts";

/** What a row came to. */
export interface Comparison {
  id: string;
  what: string;
  beside: string;
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

/**
 * Measures a scenario pair by pair, alternating which side comes first. @param onPair is told each pair of each row as it comes.
 * @returns a comparison for each row of the scenario, in their order.
 */
export async function compare(
  scenario: Scenario,
  size: Size,
  options: RunOptions,
  onPair: (id: string, measured: Measured, number: number) => void = () => undefined,
): Promise<Comparison[]> {
  const measured = new Map(scenario.rows.map(({ id }) => [id, new Array<Measured>()]));
  for (let number = 1; number <= scenario.pairs[size]; number += 1) {
    const results = await scenario.measure(size, number % 2 === 1, options);
    for (const [id, all] of measured) {
      const result = results[id];
      if (result === undefined) throw new Error(`Nothing was measured for ${id}.`);
      all.push(result);
      onPair(id, result, number);
    }
  }
  return scenario.rows.map((row) => summarize(row, measured.get(row.id) ?? []));
}

export function summarize({ id, what, beside, unit, goals }: Row, measured: readonly Measured[]): Comparison {
  const ratios = measured.map(ratioOf);
  const ours = median(measured.map((pair) => pair.ours));
  const ratio = median(ratios);
  const difference = median(measured.map((pair) => pair.ours - pair.reference));
  const names = Object.keys(measured[0]?.notes ?? {});
  const aims = goals.flatMap(({ aim, ...goal }) => (aim === undefined ? [] : [sentenceOf(goal, aim)]));
  return {
    id,
    what,
    beside,
    ours,
    reference: median(measured.map((pair) => pair.reference)),
    ratio,
    spread: [Math.min(...ratios), Math.max(...ratios)],
    unit,
    pairs: measured.map((pair) => [pair.ours, pair.reference]),
    must: goals.map((goal) => sentenceOf(goal, goal.must)).join(" and "),
    ...(aims.length === 0 ? {} : { aim: aims.join(" and ") }),
    met: goals.every((goal) => isMet(goal, { ours, ratio, difference }[goal.of])),
    notes: Object.fromEntries(
      names.map((name) => [name, median(measured.map(({ notes }) => notes?.[name] ?? Number.NaN))]),
    ),
  };
}

/** Two figures that are the same have a ratio of 1, also when both are 0. */
function ratioOf({ ours, reference }: Measured): number {
  return ours === reference ? 1 : ours / reference;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

function isMet({ is, must }: Goal, value: number): boolean {
  return is === "at least" ? value >= must : value <= must;
}

function sentenceOf({ of, is }: Pick<Goal, "of" | "is">, limit: number): string {
  return `${of} ${is === "at least" ? "≥" : "≤"} ${limit}`;
}
