import type { Comparison } from "./compare.ts";

/** One line of the table, and below it what helps to understand it. */
export function lineOf(row: Comparison): string {
  const { id, what, beside, ours, reference, ratio, spread, unit, must, met, notes } = row;
  const figures = `${show(ours)} ${unit}, ${beside} ${show(reference)}`;
  const ratios = `ratio ${show(ratio)} (${spread.map(show).join(" to ")})`;
  const more = Object.entries(notes).map(([name, value]) => `${name} ${show(value)}`);
  const rest = more.length === 0 ? "" : `\n      ${more.join(", ")}`;
  return `${id.padEnd(5)} ${what}: ${figures}; ${ratios}; must: ${must}${met ? ", met" : ", NOT MET"}${rest}`;
}

export function show(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
