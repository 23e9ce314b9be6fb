// Checks the types folder by folder, each with the platform types it may use and no others.
import { run } from "./prepare.mjs";

for (const project of ["protocol", "chat", "client", "widget", "console", "server", "."]) run("tsc", ["-p", project]);
console.log("Types: ok");
