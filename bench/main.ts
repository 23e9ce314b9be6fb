import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { compare } from "./compare.ts";
import { describeWhere } from "./machine.ts";
import { lineOf, show } from "./report.ts";
import type { Scenario } from "./scenario.ts";
import { scenarios } from "./scenarios.ts";

const USAGE = `npm run bench -- [NAME …] [--smoke] [--json FILE] [--profile FOLDER]

  NAME       only these, and what is measured with them: ${scenarios.map((scenario) => idsOf(scenario).join(" ")).join(", ")}
  --smoke    everything small and once, in seconds: shows that it runs, not how fast
  --json     writes what was measured as an array of rows
  --profile  has our server write CPU profiles (B12: heap snapshots) into FOLDER, which makes it slower`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
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
    ? values.smoke || scenario.onlyWhenNamed !== true
    : idsOf(scenario).some((id) => positionals.includes(id)),
);
const size = values.smoke ? "smoke" : "full";
const where = describeWhere();
console.log(`${where.commit} on ${where.machine}${values.smoke ? " (smoke: these are no measurements)" : ""}\n`);
const rows = [];
for (const scenario of wanted) {
  const options = values.profile === undefined ? {} : { profile: values.profile };
  const compared = await compare(scenario, size, options, (id, { ours, reference }, number) => {
    if (size === "full") console.log(`      ${id} ${number}: ${show(ours)} beside ${show(reference)}`);
  });
  for (const row of compared) {
    console.log(lineOf(row));
    rows.push({ ...row, ...where });
  }
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);

function idsOf({ rows }: Scenario): string[] {
  return rows.map(({ id }) => id);
}
