// Rules, formatting, and code that nothing uses.
import { run } from "./prepare.mjs";

run("oxlint", ["--type-aware", "--deny-warnings"]);
run("oxfmt", ["--check", "."]);
run("knip", ["--no-progress"]);
console.log("Lint: ok");
