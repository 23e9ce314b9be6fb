import { DIGIT, isPlain, withAnyDigit } from "./stroke.ts";
import type { CommandOf, Place } from "./table.ts";

/** The commands that would be done, or kept from being done, by the same keys as a command of this place. */
export function conflictsOf(
  keys: string,
  where: Place,
  others: readonly { command: CommandOf; keys: readonly string[] }[],
): CommandOf[] {
  return others
    .filter(({ command, keys: taken }) => meet(keys, where, command.where) && taken.some((text) => collide(keys, text)))
    .map(({ command }) => command);
}

/** Whether both places can be meant at once. Plain keys of a chat are the text box's own. */
function meet(keys: string, one: Place, other: Place): boolean {
  // A window with keys of its own has no others.
  if ((one === "spelling") !== (other === "spelling")) return false;
  if (one === other || one === "everywhere" || other === "everywhere") return !isInText(keys, one, other);
  return !keys.split(" ").some(isPlain);
}

function isInText(keys: string, one: Place, other: Place): boolean {
  return one !== other && (one === "chat" || other === "chat") && keys.split(" ").some(isPlain);
}

/** The same, or the one begins the other. */
function collide(one: string, other: string): boolean {
  const [mine, theirs] = [one.split(" "), other.split(" ")];
  const both = Math.min(mine.length, theirs.length);
  return mine.slice(0, both).every((stroke, index) => sameStroke(stroke, theirs[index] ?? ""));
}

function sameStroke(one: string, other: string): boolean {
  if (one === other) return true;
  if (one.endsWith(DIGIT)) return withAnyDigit(other) === one;
  return other.endsWith(DIGIT) && withAnyDigit(one) === other;
}
