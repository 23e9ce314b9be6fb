import { ChatError } from "./error.ts";

/** A person's line, on one line whatever was pasted, without the white space around it; it may be empty. Refused when it is too long. */
export function checkLine(text: string, most: number): string {
  const line = text.replaceAll(/[\0\s]+/g, " ").trim();
  if (line.length > most) {
    throw new ChatError("too-long", `This is ${line.length} characters long; at most ${most} can be kept.`);
  }
  return line;
}

/** A person's text without the white space around it; refused when nothing is left or when it is too long. */
export function checkText(text: string, most: number): string {
  // U+0000 is a character that not every database keeps, and that no person types.
  const trimmed = text.replaceAll("\0", "").trim();
  if (trimmed === "") throw new ChatError("empty", "There is nothing to send yet: please write something.");
  if (trimmed.length > most) {
    throw new ChatError("too-long", `This is ${trimmed.length} characters long; at most ${most} can be sent at once.`);
  }
  return trimmed;
}
