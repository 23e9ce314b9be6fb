import { ChatError } from "./error.ts";

/** A person's text without the white space around it; refused when nothing is left or when it is too long. */
export function checkText(text: string, most: number): string {
  const trimmed = text.trim();
  if (trimmed === "") throw new ChatError("empty", "There is nothing to send yet: please write something.");
  if (trimmed.length > most) {
    throw new ChatError("too-long", `This is ${trimmed.length} characters long; at most ${most} can be sent at once.`);
  }
  return trimmed;
}
