// npm test: everything, on a fresh clone, installing what is missing.
import { ensureChromium } from "./chromium.mjs";
import { install, node } from "./prepare.mjs";

install();
ensureChromium();
node("scripts/types.ts");
node("scripts/lint.ts");
node("scripts/build.ts");
node("scripts/budget.ts");
node("scripts/run-tests.ts", "all");
