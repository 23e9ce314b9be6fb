import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { compare } from "./compare.ts";
import { describeWhere } from "./machine.ts";
import { lineOf, show } from "./report.ts";
import { scenarios } from "./scenarios.ts";

const USAGE = `npm run bench -- [NAME …] [--smoke] [--json FILE] [--profile FOLDER]

  NAME       only these scenarios: ${scenarios.map(({ id }) => id).join(", ")}
  --smoke    everything small and once, in seconds: shows that it runs, not how fast
  --json     writes what was measured as an array of rows
  --profile  has our server write CPU profiles into FOLDER, which makes it slower`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    smoke: { type: "boolean", default: false },
    json: { type: "string" },
    profile: { type: "string" },
    help: { type: "boolean", short: "h", default: false },
  },
});
const wanted = scenarios.filter(({ id }) => positionals.length === 0 || positionals.includes(id));
if (values.help || positionals.some((name) => !scenarios.some(({ id }) => id === name))) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 1);
}

const size = values.smoke ? "smoke" : "full";
const where = describeWhere();
console.log(`${where.commit} on ${where.machine}${values.smoke ? " (smoke: these are no measurements)" : ""}\n`);
const rows = [];
for (const scenario of wanted) {
  const options = values.profile === undefined ? {} : { profile: values.profile };
  const row = await compare(scenario, size, options, ({ ours, reference }, number) => {
    if (size === "full") console.log(`      ${scenario.id} ${number}: ${show(ours)} beside ${show(reference)}`);
  });
  console.log(lineOf(scenario, row));
  rows.push({ ...row, ...where });
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
