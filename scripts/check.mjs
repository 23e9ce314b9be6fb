// npm run check: the quick part, for every commit.
import { install, node } from "./prepare.mjs";

install();
node("scripts/types.ts");
node("scripts/lint.ts");
node("scripts/build.ts", "--if-stale");
node("scripts/budget.ts");
node("scripts/run-tests.ts", "quick");
