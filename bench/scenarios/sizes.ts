import { globSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { root } from "../../scripts/prepare.mjs";
import type { Scenario } from "../scenario.ts";

const KB = 1_024;

/** What the widget's files weigh, gzip -9, as they are served. `npm run check` holds them to a budget as well. */
export const sizeScenarios: Scenario[] = [
  sizeScenario({
    id: "B9",
    what: "widget: what every page pays",
    files: "dist/widget/widget.js",
    smallestPeer: 5.2 * KB,
    must: 4 * KB,
    aim: 3 * KB,
  }),
  sizeScenario({
    id: "B9a",
    what: "widget: the most that one visitor loads",
    files: "dist/widget/{widget,panel-*,de-*}.js",
    smallestPeer: 100 * KB,
    must: 14 * KB,
    aim: 10 * KB,
  }),
];

interface Weighed {
  id: string;
  what: string;
  files: string;
  /** The least that a live chat's widget was found to weigh for the same; a figure, not measured in this run. */
  smallestPeer: number;
  must: number;
  aim: number;
}

function sizeScenario({ id, what, files, smallestPeer, must, aim }: Weighed): Scenario {
  return {
    id,
    what,
    beside: "smallest peer",
    unit: "bytes, gzip",
    goal: { of: "ours", is: "at most", must, aim },
    pairs: { smoke: 1, full: 1 },
    measure: async () => ({ ours: weigh(files), reference: smallestPeer }),
  };
}

function weigh(pattern: string): number {
  const files = globSync(pattern, { cwd: root, exclude: ["**/*.{gz,br}"] });
  if (files.length === 0) throw new Error(`There is no ${pattern}: npm run build makes it.`);
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(root + file), { level: 9 }).length, 0);
}
