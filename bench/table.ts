import type { Comparison } from "./compare.ts";
import type { Where } from "./machine.ts";
import { show } from "./report.ts";

/** A row as `--json` writes it. */
export type WrittenRow = Comparison & Where;

const START = "<!-- The table: node scripts/benchmarks.ts -->";
const END = "<!-- The end of the table -->";

/** The page with a new table where it had its old one. Where a row was measured in several runs the last one counts. */
export function withTable(page: string, runs: readonly (readonly WrittenRow[])[], order: readonly string[]): string {
  const [from, to] = [page.indexOf(START), page.indexOf(END)];
  if (from === -1 || to < from) throw new Error(`The page has no place for the table: ${START}`);
  return `${page.slice(0, from)}${START}\n\n${tableOf(runs, order)}\n${page.slice(to)}`;
}

function tableOf(runs: readonly (readonly WrittenRow[])[], order: readonly string[]): string {
  const byId = new Map(runs.flat().map((row) => [row.id, row]));
  const rows = order.flatMap((id) => byId.get(id) ?? []);
  const places = [...new Set(rows.map(({ commit, machine }) => `Commit \`${commit}\` on ${machine}.`))];
  return [
    ...places,
    "",
    "| | | Shopbell | beside it | ratio (of the pairs) | must | aim | |",
    "|---|---|---|---|---|---|---|---|",
    ...rows.map(lineOf),
    "",
  ].join("\n");
}

function lineOf({ id, what, beside, ours, reference, unit, ratio, spread, pairs, must, aim, met }: WrittenRow): string {
  const [least, greatest] = spread;
  const ratios = pairs.length === 1 ? show(ratio) : `${show(ratio)} (${show(least)}–${show(greatest)})`;
  const cells = [
    `**${id}**`,
    what,
    `${show(ours)} ${unit}`,
    `${beside}: ${show(reference)}`,
    ratios,
    must,
    aim ?? "",
    met ? "met" : "**not met**",
  ];
  return `| ${cells.join(" | ")} |`;
}
