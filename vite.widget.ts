import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { WIDGET_LANGUAGES } from "./protocol/look.ts";
import { type OwnNames, shortenNames } from "./scripts/short-names.ts";

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Names that the build makes short, because a bundler cannot know that it may. What is missing here costs a few bytes; what must not be
 * here is said at `OwnNames`; so none of LOOK_TEXTS, which the server sends.
 */
const OWN_NAMES: OwnNames = {
  properties: `
    accept addStyle afterMs ask askAgain attempt canEnd change chatInstead chosen complain decline earlier element endChat
    endQuestion face fit flush giveUp hasEnded hasRoom hear icon inviter isAway isChoice isEdited isFinal isKnown isLive
    isOnline isTyping isWaiting isWithYou keep keepChatting kept known layer leaveInstead leaving limit line lineChanged
    load local make memory needEmail needed newId node notSent notThere offer onConversation onRefused onSettled onState
    openedPage outbox parts pending picture prefix previews progress put receive reconnecting render report retry retryNow
    root save sendMessage sentOn serve session setLine setOnline setSite settle settled show showsText socket source
    startNew state steppedOut strings submit subtitle surface take tell thanks toEnd tooLong tools tryAgain typed
    unavailable unread unsent until waiting who whom wire withdraw`
    .trim()
    .split(/\s+/),
  variables: [
    "surface",
    "ink",
    "online",
    "danger",
    "brass-soft",
    "widget-quiet",
    "widget-line",
    "widget-bubble",
    "widget-soft",
    "widget-head",
    "widget-head-ink",
  ],
};

/**
 * Asks Chromium to compile all functions while the script comes in, on another thread, instead of each one at its first call: a page
 * calls nearly all of them. See https://github.com/WICG/explicit-javascript-compile-hints-file-based.
 */
const COMPILE_ALL = "//# allFunctionsCalledOnLoad\n";

/** Stands for the hash until it is known. */
const UNKNOWN = "_version_";

/**
 * Builds the visitor's widget into dist/widget: `widget.js`, which every page loads, and the panel, a file for each language with the
 * code and the words, under names that hold one hash of all of them.
 */
export async function buildWidget(): Promise<void> {
  const scripts = [
    await bundle("widget/widget.ts", "iife", { VERSION: JSON.stringify(UNKNOWN) }),
    ...(await Promise.all(WIDGET_LANGUAGES.map((language) => bundle(`widget/panel/${language}.ts`, "es")))),
  ];
  const [first = "", ...panels] = shortenNames(scripts, OWN_NAMES);
  const hash = createHash("sha256");
  for (const code of panels) hash.update(code);
  const version = hash.digest("base64url").slice(0, 8);

  const folder = file("dist/widget/");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}widget.js`, COMPILE_ALL + first.replace(UNKNOWN, version));
  for (const [index, language] of WIDGET_LANGUAGES.entries())
    writeFileSync(`${folder}panel-${language}-${version}.js`, panels[index] ?? "");
}

/** @returns the script. */
async function bundle(entry: string, format: "es" | "iife", define: Record<string, string> = {}): Promise<string> {
  const output = await build({
    root: file("."),
    configFile: false,
    logLevel: "warn",
    define,
    publicDir: false,
    build: {
      target: "es2022",
      // The first browsers with all that the style sheets use as they stand; older ones would be given longer rules.
      cssTarget: ["chrome123", "firefox120", "safari17.5"],
      write: false,
      reportCompressedSize: false,
      lib: { entry: file(entry), formats: [format], name: "shopbell" },
      // Vite leaves modules of a library readable, for bundlers further on; nobody bundles this one again.
      rolldownOptions: {
        // Also what is used more than once: a number is shorter than its name and where it comes from.
        optimization: { inlineConst: { mode: "all" } },
        output: { minify: true, comments: false },
        // The protocol's checks run on the server; here they would only be weight. Making a shape does nothing else.
        treeshake: {
          manualPureFunctions: [
            "object",
            "oneOf",
            "string",
            "integer",
            "list",
            "dictionary",
            "optional",
            "taggedUnion",
          ],
        },
      },
    },
  });
  const [chunk] = Array.isArray(output) && output[0] !== undefined ? output[0].output : [];
  if (chunk?.type !== "chunk") throw new Error(`${entry} was built into nothing.`);
  return chunk.code;
}
