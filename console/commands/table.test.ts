import assert from "node:assert/strict";
import { test } from "node:test";
import { conflictsOf } from "./conflicts.ts";
import { refusalOf } from "./reserved.ts";
import { DIGIT, isKeys } from "./stroke.ts";
import { commandsOn } from "./table.ts";

const PLATFORMS = ["mac", "linux", "windows"] as const;

test("no command has the keys of another, on any platform", () => {
  for (const platform of PLATFORMS) {
    const commands = commandsOn(platform);
    for (const { id, where, keys } of commands) {
      const others = commands.filter((other) => other.id !== id).map((command) => ({ command, keys: command.keys }));
      for (const text of keys) {
        assert.ok(isKeys(text), text);
        const taken = conflictsOf(text, where, others).map((command) => command.id);
        assert.deepEqual(taken, [], `${text} of ${id} on ${platform}`);
      }
    }
  }
});

test("no command fights with the browser, a screen reader, the system or a text; but the palette stands where everybody looks for it", () => {
  for (const platform of PLATFORMS) {
    for (const { id, where, keys, fixed } of commandsOn(platform)) {
      if (fixed !== undefined || id === "palette") continue;
      for (const text of keys) {
        const why = refusalOf(text, { where, anyDigit: text.includes(DIGIT) }, platform);
        assert.equal(why, undefined, `${text} of ${id} on ${platform}`);
      }
    }
  }
});

test("every command has a name of its own", () => {
  const ids = commandsOn("linux").map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
});

test("keys conflict when the one are the other, or begin them, where both can be meant", () => {
  const some = ["visitors", "chat-number", "accept", "chat-input"];
  const all = commandsOn("linux")
    .filter(({ id }) => some.includes(id))
    .map((command) => ({ command, keys: command.keys }));
  const taken = (keys: string, where: "everywhere" | "list" | "chat") =>
    conflictsOf(keys, where, all).map(({ id }) => id);
  assert.deepEqual(taken("G V", "everywhere"), ["visitors"]);
  assert.ok(taken("G", "list").includes("visitors"), "a key that begins others hides them");
  assert.deepEqual(taken("A", "everywhere"), ["accept"], "in the list both would be meant");
  assert.deepEqual(taken("G 4", "everywhere"), ["chat-number"]);
  assert.deepEqual(taken("Alt+U", "list"), ["chat-input"]);
  assert.deepEqual(taken("Alt+P", "chat"), []);
  assert.deepEqual(taken("V", "list"), []);
});

test("keys that belong to somebody else are refused, each with its reason", () => {
  const list = { where: "list", anyDigit: false } as const;
  const chat = { where: "chat", anyDigit: false } as const;
  const cases = [
    ["Ctrl+W", list, "windows", "browser"],
    ["Ctrl+T", list, "linux", "browser"],
    ["Meta+N", list, "mac", "browser"],
    ["Ctrl+Shift+T", list, "windows", "browser"],
    ["Alt+F", list, "windows", "browser"],
    ["F5", list, "linux", "browser"],
    ["Alt+3", list, "linux", "browser"],
    ["Ctrl+Alt+K", list, "mac", "reader"],
    ["Ctrl+Alt+K", list, "windows", "writes"],
    ["Alt+K", list, "mac", "writes"],
    ["Meta+K", list, "windows", "system"],
    ["Alt+F4", list, "windows", "system"],
    ["Enter", list, "linux", "moves"],
    ["Shift+Tab", list, "linux", "moves"],
    ["Ctrl+Left", list, "linux", "moves"],
    ["K", chat, "linux", "plain"],
    ["G Alt+K", chat, "linux", "plain"],
    ["Alt+1…9", chat, "windows", "digit"],
    ["K", list, "linux", undefined],
    ["Alt+K", chat, "linux", undefined],
    ["Ctrl+Shift+K", chat, "mac", undefined],
    ["F8", chat, "windows", undefined],
  ] as const;
  for (const [keys, command, platform, why] of cases)
    assert.equal(refusalOf(keys, command, platform), why, `${keys} on ${platform}`);
});
