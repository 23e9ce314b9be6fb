import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { Child } from "./child.ts";
import type { CrowdAnswers, Tally } from "./processes/crowd.ts";

// Fills a running server's list with visitors who browse, so that a person can look at the console meanwhile. Ctrl+C ends it.

const USAGE = `node bench/crowd.ts --server URL --site KEY [--visitors N] [--origin URL] [--page SECONDS] [--per-second N]

  --server      the server, such as http://127.0.0.1:4400
  --site        the site's key, from its script tag
  --visitors    how many (1000)
  --origin      the shop's origin, which the site must allow (the server's own: the first site allows it for the demo shop)
  --page        seconds on a page, on average (30)
  --per-second  how many come each second (500)

On Linux, with a server on 127.0.0.1, each visitor has an address of its own. Elsewhere raise --sockets-per-address of the server.`;

/** Well below the 20,000 files that a process may often have open, and what one core drives with ease. */
const PER_PROCESS = 5_000;
const REPORT_MS = 2_000;

const { values } = parseArgs({
  options: {
    server: { type: "string" },
    site: { type: "string" },
    visitors: { type: "string", default: "1000" },
    origin: { type: "string" },
    page: { type: "string", default: "30" },
    "per-second": { type: "string", default: "500" },
    help: { type: "boolean", short: "h", default: false },
  },
});
const { server, site } = values;
const [visitors, page, perSecond] = [values.visitors, values.page, values["per-second"]].map(Number);
if (values.help || server === undefined || site === undefined || !visitors || !page || !perSecond) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 1);
}

const origin = values.origin ?? new URL(server).origin;
const ownAddress = process.platform === "linux" && /^(?:127\.|localhost$)/.test(new URL(server).hostname);
const processes = Math.max(Math.ceil(visitors / PER_PROCESS), Math.min(2, availableParallelism(), visitors));
const children = Array.from({ length: processes }, () => new Child<CrowdAnswers>("crowd"));
const share = Math.ceil(visitors / processes);
await Promise.all(
  children.map((child, index) => {
    const first = index * share;
    const count = Math.min(share, visitors - first);
    const part = { server, siteKey: site, origin, pageMs: page * 1000, ownAddress };
    return child.ask("gather", { ...part, first, count, perSecond: perSecond / processes });
  }),
);

let last = "";
const timer = setInterval(() => void report(), REPORT_MS);
process.once("SIGINT", () => {
  clearInterval(timer);
  void Promise.all(children.map((child) => child.stop()));
});

async function report(): Promise<void> {
  const sum: Tally = {};
  for (const tally of await Promise.all(children.map((child) => child.ask("tally"))))
    for (const [name, count] of Object.entries(tally)) sum[name] = (sum[name] ?? 0) + count;
  const line = Object.entries(sum)
    .map(([name, count]) => `${count} ${name}`)
    .join(", ");
  if (line !== last) console.log(line);
  last = line;
}
