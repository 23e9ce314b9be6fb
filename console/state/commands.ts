import type { Key } from "../strings/catalogue.ts";

/** A key, or several that do the same, and what it does; the sheet on `?` shows them all. */
export interface Command {
  id: string;
  /** As printed on a keyboard; keys pressed one after the other are separated by spaces. */
  keys: readonly string[];
  label: Key;
  where: "everywhere" | "list" | "chat";
}

/** The keys of the console, but for those of the chats (chat/commands.ts). */
export const COMMANDS: readonly Command[] = [
  { id: "filter", keys: ["/"], label: "shell.commandFilter", where: "everywhere" },
  { id: "shortcuts", keys: ["?"], label: "shell.commandShortcuts", where: "everywhere" },
  { id: "visitors", keys: ["G V"], label: "shell.commandVisitors", where: "everywhere" },
  { id: "chats", keys: ["G C"], label: "shell.commandChats", where: "everywhere" },
  { id: "left", keys: ["G L"], label: "shell.commandLeft", where: "everywhere" },
  { id: "settings", keys: ["G S"], label: "shell.commandSettings", where: "everywhere" },
  { id: "status", keys: ["G A"], label: "shell.commandStatus", where: "everywhere" },

  { id: "move", keys: ["↑", "↓"], label: "list.keyMove", where: "list" },
  { id: "page", keys: ["PgUp", "PgDn"], label: "list.keyPage", where: "list" },
  { id: "ends", keys: ["Home", "End"], label: "list.keyEnds", where: "list" },
  { id: "act", keys: ["↵"], label: "list.keyAct", where: "list" },
  { id: "menu", keys: ["Shift+F10"], label: "list.keyMenu", where: "list" },
  { id: "accept", keys: ["A"], label: "list.accept", where: "list" },
  { id: "request", keys: ["R"], label: "list.requestChat", where: "list" },
  { id: "open", keys: ["O"], label: "list.openChat", where: "list" },
  { id: "withdraw", keys: ["W"], label: "list.withdraw", where: "list" },
  { id: "push", keys: ["U"], label: "list.pushPage", where: "list" },
  { id: "remark", keys: ["M"], label: "list.setRemark", where: "list" },
  { id: "notes", keys: ["N"], label: "list.notes", where: "list" },
  { id: "resolve", keys: ["D"], label: "list.resolve", where: "list" },
  { id: "copy", keys: ["C"], label: "list.copyAddress", where: "list" },
];

/** The keys of a command, for a menu entry or a hint. */
export function keysOf(id: string): string {
  return COMMANDS.find((command) => command.id === id)?.keys[0] ?? "";
}
