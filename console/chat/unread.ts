import type { Message } from "../../protocol/message.ts";

/** How many things the visitor said after the operator last looked. Reports on pushed pages and events are not said. */
export function countUnread(messages: readonly Message[], seen: number): number {
  let count = 0;
  for (let index = messages.length - 1; index >= 0; index -= 1) {
    const message = messages[index];
    if (message === undefined || message.seq <= seen) break;
    if (isSaidByVisitor(message)) count += 1;
  }
  return count;
}

/** True for what a visitor wrote, as against what the visitor's browser reported. */
export function isSaidByVisitor(message: Message): boolean {
  return message.author.kind === "visitor" && (message.body.kind === "text" || message.body.kind === "rich");
}
