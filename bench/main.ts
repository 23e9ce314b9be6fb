import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { compare, type Comparison } from "./compare.ts";
import { describeWhere } from "./machine.ts";
import { lineOf, show } from "./report.ts";
import type { Scenario } from "./scenario.ts";
import { scenarios } from "./scenarios.ts";

const USAGE = `npm run bench -- [NAME …] [--soak] [--smoke] [--json FILE] [--profile FOLDER]

  NAME       only these, and what is measured with them: ${scenarios.map((scenario) => idsOf(scenario).join(" ")).join(", ")}
  --soak     also what takes too long for every run: B12, twenty minutes
  --smoke    everything small and once, in seconds: shows that it runs, not how fast
  --json     writes what was measured as an array of rows
  --profile  has our server write CPU profiles (B12: heap snapshots) into FOLDER, which makes it slower`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    soak: { type: "boolean", default: false },
    smoke: { type: "boolean", default: false },
    json: { type: "string" },
    profile: { type: "string" },
    help: { type: "boolean", short: "h", default: false },
  },
});
const known = new Set(scenarios.flatMap(idsOf));
if (values.help || positionals.some((name) => !known.has(name))) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 1);
}

const wanted = scenarios.filter((scenario) =>
  positionals.length === 0
    ? values.smoke || values.soak || scenario.onlyWhenNamed !== true
    : idsOf(scenario).some((id) => positionals.includes(id)),
);
const size = values.smoke ? "smoke" : "full";
const where = describeWhere();
console.log(`${where.commit} on ${where.machine}${values.smoke ? " (smoke: these are no measurements)" : ""}\n`);
const compared = new Map<Scenario, Comparison[]>();
const waiting = [...wanted];
// Nothing is measured in the small run, and most of it waits: for processes to start, for visitors to be gone.
const atOnce = size === "smoke" ? 2 : 1;
await Promise.all(Array.from({ length: atOnce }, work));
keep();

/** Writes what has been measured so far: who breaks off a run of half an hour has not waited for nothing. */
function keep(): void {
  const rows = wanted.flatMap((scenario) => compared.get(scenario) ?? []).map((row) => ({ ...row, ...where }));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
}

/** Compares one scenario after the other, until there is none left. */
async function work(): Promise<void> {
  const options = values.profile === undefined ? {} : { profile: values.profile };
  for (let scenario = waiting.shift(); scenario !== undefined; scenario = waiting.shift()) {
    const comparisons = await compare(scenario, size, options, (id, { ours, reference }, number) => {
      if (size === "full") console.log(`      ${id} ${number}: ${show(ours)} beside ${show(reference)}`);
    });
    compared.set(scenario, comparisons);
    keep();
    for (const row of comparisons) console.log(lineOf(row));
  }
}

function idsOf({ rows }: Scenario): string[] {
  return rows.map(({ id }) => id);
}
