// The sizes that every visitor and every operator pays for, gzip -9, against their budgets.
import { globSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { root } from "./prepare.mjs";

const KB = 1024;
const widget = globSync("dist/widget/*", { cwd: root }).filter((file) => !/\.(?:gz|br)$/.test(file));
const first = readFileSync(`${root}dist/console/index.html`, "utf8").matchAll(/(?:src|href)="\/console\/([^"]+\.js)"/g);

/** Everybody loads the panel in one language; the longest counts. */
const panels = heaviestFirst(widget.filter((file) => /\/panel-[^/]+$/.test(file)));
const mostOfOne = widget.filter((file) => !panels.slice(1).includes(file));
/** English is part of the console; whoever speaks German loads that besides. */
const german = globSync("dist/console/assets/german-*.js", { cwd: root });

const budgets = [
  { what: "widget, what every page pays", files: widget.filter((file) => file.endsWith("/widget.js")), most: 4 * KB },
  { what: "widget, the most that one visitor loads", files: mostOfOne, most: 16 * KB },
  {
    what: "console, script of the first load",
    files: [...first].map(([, file]) => `dist/console/${file}`).concat(german),
    most: 250 * KB,
  },
];

let isOver = false;
for (const { what, files, most } of budgets) {
  const bytes = files.reduce((sum, file) => sum + weigh(file), 0);
  const missing = files.length === 0;
  isOver ||= missing || bytes > most;
  const size = missing ? "not built" : `${(bytes / KB).toFixed(1)} KB`;
  console.log(`${what}: ${size} of ${most / KB} KB${missing || bytes > most ? "  <-- over its budget" : ""}`);
}
const others = widget.filter(
  (file) => !file.endsWith(".js") || /data:(?:font|image)/.test(readFileSync(root + file, "utf8")),
);
if (others.length > 0) console.log(`widget, fonts and pictures: ${others.join(", ")}; there should be none`);
if (isOver || others.length > 0) process.exit(1);

function heaviestFirst(files: string[]): string[] {
  return files.sort((a, b) => weigh(b) - weigh(a));
}

function weigh(file: string): number {
  return gzipSync(readFileSync(root + file), { level: 9 }).length;
}
