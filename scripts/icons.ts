// Draws the app's icons from console/public/icon.svg, as browsers and systems want them: node scripts/icons.ts
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { must } from "../chat/error.ts";
import { findChromium } from "./chromium.mjs";
import { root } from "./prepare.mjs";

const folder = `${root}console/public`;
const svg = readFileSync(`${folder}/icon.svg`, "utf8");
/** Systems cut a maskable icon to a shape of theirs, of which the middle four fifths always stay: the square goes to the edges, the bell shrinks. */
const square = svg.replace('rx="9" ', "");
const ICONS = [
  { name: "icon-192", size: 192, drawn: svg },
  { name: "icon-512", size: 512, drawn: svg },
  { name: "icon-180", size: 180, drawn: square },
  {
    name: "icon-maskable",
    size: 512,
    drawn: square.replace("<g ", '<g transform="translate(16 16) scale(0.8) translate(-16 -16)" '),
  },
];

const browser = await chromium.launch({
  executablePath: must(findChromium(), "Chromium (npm test installs it)"),
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  for (const { name, size, drawn } of ICONS) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body { margin: 0 } svg { display: block; inline-size: 100vw }</style>${drawn}`);
    await page.screenshot({ path: `${folder}/${name}.png`, omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
