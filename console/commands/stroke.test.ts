import assert from "node:assert/strict";
import { test } from "node:test";
import { isKeys, type KeyPress, strokesOf, withAnyDigit } from "./stroke.ts";

/** A press on a key that writes `key` where it stands, with these modifiers. */
function press(key: string, code: string, held: string = "", more: Partial<KeyPress> = {}): KeyPress {
  return {
    key,
    code,
    ctrlKey: held.includes("Ctrl"),
    altKey: held.includes("Alt"),
    shiftKey: held.includes("Shift"),
    metaKey: held.includes("Meta"),
    isComposing: false,
    keyCode: 0,
    getModifierState: (name) => name === "AltGraph" && held.includes("Gr"),
    ...more,
  };
}

test("a key is what it writes, wherever it stands", () => {
  assert.deepEqual(strokesOf(press("z", "KeyY")), ["Z"], "a German keyboard");
  assert.deepEqual(strokesOf(press("?", "Minus", "Shift")), ["?"], "Shift belongs to the sign");
  assert.deepEqual(strokesOf(press("/", "Digit7", "Ctrl Shift")), ["Ctrl+/", "Ctrl+Shift+7"]);
  assert.deepEqual(strokesOf(press("K", "KeyK", "Shift")), ["Shift+K"]);
  assert.deepEqual(strokesOf(press("k", "KeyK", "Ctrl")), ["Ctrl+K"]);
  assert.deepEqual(strokesOf(press("ArrowDown", "ArrowDown", "Alt")), ["Alt+Down"]);
  assert.deepEqual(strokesOf(press("F10", "F10", "Shift")), ["Shift+F10"]);
  assert.deepEqual(strokesOf(press(" ", "Space")), ["Space"]);
  assert.deepEqual(strokesOf(press("+", "BracketRight", "Ctrl")), ["Ctrl+Plus"]);
});

test("where another script or a modifier hides the letter, its place tells it", () => {
  assert.deepEqual(strokesOf(press("ф", "KeyA")), ["Ф", "A"], "Russian");
  assert.deepEqual(strokesOf(press("η", "KeyH", "Alt")), ["Alt+Η", "Alt+H"], "Greek");
  assert.deepEqual(strokesOf(press("˜", "KeyN", "Alt")), ["Alt+˜", "Alt+N"], "Option on a Mac");
  assert.deepEqual(strokesOf(press("Dead", "KeyN", "Alt")), ["Alt+N"], "Option on a Mac, an accent to be");
  assert.deepEqual(strokesOf(press("&", "Digit1", "Alt")), ["Alt+&", "Alt+1"], "French");
  assert.deepEqual(strokesOf(press("ı", "KeyI", "Alt"))[0], "Alt+I", "Turkish");
});

test("a sign is not the letter of the English keyboard in its place", () => {
  assert.deepEqual(strokesOf(press(",", "KeyW", "Alt")), ["Alt+,"], "Dvorak");
  assert.deepEqual(strokesOf(press("é", "Digit2")), ["É"], "French, without a modifier");
});

test("AltGr writes, and what an input method uses is nobody else's", () => {
  assert.deepEqual(strokesOf(press("@", "KeyQ", "Ctrl Alt Gr")), ["@"]);
  assert.deepEqual(strokesOf(press("€", "KeyE", "Ctrl Alt Gr")), ["€"]);
  assert.deepEqual(strokesOf(press("a", "KeyA", "", { isComposing: true })), []);
  assert.deepEqual(strokesOf(press("Enter", "Enter", "", { keyCode: 229 })), []);
  assert.deepEqual(strokesOf(press("Process", "KeyA")), []);
  assert.deepEqual(strokesOf(press("Dead", "BracketLeft")), []);
  assert.deepEqual(strokesOf(press("Control", "ControlLeft", "Ctrl")), []);
  assert.deepEqual(strokesOf(press("HangulMode", "Lang1")), []);
});

test("any of the keys 1 to 9 can be meant", () => {
  assert.equal(withAnyDigit("Alt+3"), "Alt+1…9");
  assert.equal(withAnyDigit("7"), "1…9");
  assert.equal(withAnyDigit("Alt+0"), undefined);
  assert.equal(withAnyDigit("F1"), undefined);
});

test("kept keys are read only as they are written", () => {
  for (const keys of ["G V", "Ctrl+Shift+K", "?", "Alt+1…9", "Meta+Plus", "F8", "Ctrl+/"])
    assert.ok(isKeys(keys), keys);
  for (const keys of ["", "Shift+Ctrl+K", "Ctrl+", "A B C", "Hyper+K", "Ctrl+kk", 7, "x".repeat(99)])
    assert.ok(!isKeys(keys), String(keys));
});
