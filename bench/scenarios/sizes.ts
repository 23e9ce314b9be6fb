import { globSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { root } from "../../scripts/prepare.mjs";
import type { Row, Scenario } from "../scenario.ts";

const KB = 1_024;

/** The least that a live chat's widget was found to weigh for the same; figures, not measured in this run. */
const SMALLEST_PEER = { page: 5.2 * KB, everything: 100 * KB };

const COMMON: Pick<Row, "beside" | "unit"> = { beside: "smallest peer", unit: "bytes, gzip" };

/** What the widget's files weigh, gzip -9, as they are served. `npm run check` holds them to a budget as well. */
export const sizeScenario: Scenario = {
  rows: [
    {
      ...COMMON,
      id: "B9",
      what: "widget: what every page pays",
      goals: [{ of: "ours", is: "at most", must: 4 * KB, aim: 3 * KB }],
    },
    {
      ...COMMON,
      id: "B9a",
      what: "widget: the most that one visitor loads",
      goals: [{ of: "ours", is: "at most", must: 14 * KB, aim: 10 * KB }],
    },
  ],
  pairs: { smoke: 1, full: 1 },
  measure: async () => ({
    B9: { ours: weigh("dist/widget/widget.js"), reference: SMALLEST_PEER.page },
    B9a: { ours: weigh("dist/widget/{widget,panel-de-*}.js"), reference: SMALLEST_PEER.everything },
  }),
};

function weigh(pattern: string): number {
  const files = globSync(pattern, { cwd: root, exclude: ["**/*.{gz,br}"] });
  if (files.length === 0) throw new Error(`There is no ${pattern}: npm run build makes it.`);
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(root + file), { level: 9 }).length, 0);
}
