// The browser of the end-to-end tests is the system's Chromium.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fail } from "./prepare.mjs";

/** Where Chromium is, or undefined. CHROMIUM_PATH wins. */
export function findChromium() {
  const places = [
    process.env.CHROMIUM_PATH,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ];
  return places.find((place) => place && existsSync(place));
}

/** Brings Chromium where it is missing and may be installed; elsewhere says what to install, and fails. */
export function ensureChromium() {
  if (findChromium()) return;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync("/usr/bin/apt-get")) {
    fail(
      "The end-to-end tests need Chromium. Install it (Debian: sudo apt-get install chromium) or set CHROMIUM_PATH, and run npm test again.",
    );
  }
  console.log("Installing Chromium (apt-get install chromium) …");
  apt("update", "-q");
  apt("install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-liberation");
  if (!findChromium()) fail("apt-get installed Chromium, but it is not where it is looked for; set CHROMIUM_PATH.");
}

function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const { status, stderr, error } = spawnSync("apt-get", args, { env, encoding: "utf8", maxBuffer: 64 << 20 });
  if (status !== 0) fail(`apt-get ${args.join(" ")} failed:\n${error?.message ?? stderr}`);
}
