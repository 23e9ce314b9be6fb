import type { Key } from "../strings/catalogue.ts";
import { PLATFORM, type Platform } from "./platform.ts";

/**
 * Where a command's keys work: `everywhere` = but for plain keys where somebody writes, and not under an open window; `list` = while
 * the visitor list has the focus; `chat` = on the chat in front, also in its text box, hence always with a modifier;
 * `spelling` = in the Spell Checker, a window with keys of its own.
 */
export type Place = "everywhere" | "list" | "chat" | "spelling";

/**
 * Something that the console can do. The table below is the only one: it feeds the keys, the menus, the buttons' titles, the sheet on
 * `?`, the palette, and Settings → Shortcut keys. Who can do it says so with `useOffers` (`offers.ts`).
 */
export interface Command {
  readonly id: string;
  readonly label: Key;
  readonly where: Place;
  /** From the start; see stroke.ts for how they are written. None = from the palette only, until the operator gives it some. */
  readonly keys: readonly string[];
  /** Belongs to what has the focus (arrows in a list, Enter in a text box) and is shown on the sheet alone. */
  readonly fixed?: true;
  /** Goes on while the key is held down. */
  readonly repeats?: true;
}

function table(platform: Platform) {
  // Option writes characters on a Mac. Elsewhere Ctrl with Shift is the browser's; the letters with Alt here are no browser's menus.
  const own = platform === "mac" ? "Ctrl+Shift" : "Alt";
  // The one key that is a browser's (its search box, which Ctrl+L reaches as well): everybody looks for a palette there.
  const palette = platform === "mac" ? "Meta+K" : "Ctrl+K";
  return [
    { id: "palette", keys: [palette], label: "commands.palette", where: "everywhere" },
    { id: "filter", keys: ["/"], label: "commands.filter", where: "everywhere" },
    { id: "shortcuts", keys: ["?"], label: "commands.shortcuts", where: "everywhere" },
    { id: "visitors", keys: ["G V"], label: "commands.visitors", where: "everywhere" },
    { id: "chats", keys: ["G C"], label: "commands.chats", where: "everywhere" },
    {
      id: "chat-number",
      keys: platform === "linux" ? ["G 1…9"] : ["G 1…9", `${own}+1…9`],
      label: "commands.chatNumber",
      where: "everywhere",
    },
    { id: "left", keys: ["G L"], label: "commands.left", where: "everywhere" },
    { id: "history", keys: ["G H"], label: "history.toHistory", where: "everywhere" },
    { id: "operators", keys: ["G O"], label: "talks.toOperators", where: "everywhere" },
    { id: "settings", keys: ["G S"], label: "commands.settings", where: "everywhere" },
    { id: "shortcut-settings", keys: ["G K"], label: "commands.shortcutSettings", where: "everywhere" },
    { id: "status", keys: ["G A"], label: "commands.status", where: "everywhere" },
    { id: "theme", keys: ["G T"], label: "commands.theme", where: "everywhere" },
    { id: "offer-accept", keys: [`${own}+G`], label: "queue.commandAccept", where: "everywhere" },
    { id: "offer-decline", keys: [`${own}+Z`], label: "queue.commandDecline", where: "everywhere" },
    { id: "sign-out", keys: [], label: "shell.signOut", where: "everywhere" },

    { id: "move", keys: ["Up", "Down"], label: "list.keyMove", where: "list", fixed: true },
    { id: "page", keys: ["PgUp", "PgDn"], label: "list.keyPage", where: "list", fixed: true },
    { id: "ends", keys: ["Home", "End"], label: "list.keyEnds", where: "list", fixed: true },
    { id: "act", keys: ["Enter"], label: "list.keyAct", where: "list", fixed: true },
    { id: "menu", keys: ["Shift+F10", "Menu"], label: "list.keyMenu", where: "list", fixed: true },
    { id: "saved-filter", keys: ["1…9"], label: "filters.choose", where: "list" },
    { id: "new-filter", keys: ["S"], label: "filters.add", where: "list" },
    { id: "accept", keys: ["A"], label: "list.accept", where: "list" },
    { id: "request", keys: ["R"], label: "list.requestChat", where: "list" },
    { id: "open", keys: ["O"], label: "list.openChat", where: "list" },
    { id: "withdraw", keys: ["W"], label: "list.withdraw", where: "list" },
    { id: "take-over", keys: ["T"], label: "visitor.takeOver", where: "list" },
    { id: "join", keys: ["J"], label: "visitor.join", where: "list" },
    { id: "transfer", keys: ["X"], label: "visitor.transfer", where: "list" },
    { id: "details", keys: ["I"], label: "visitor.details", where: "list" },
    { id: "push", keys: ["U"], label: "list.pushPage", where: "list" },
    { id: "remark", keys: ["M"], label: "list.setRemark", where: "list" },
    { id: "notes", keys: ["N"], label: "list.notes", where: "list" },
    { id: "resolve", keys: ["D"], label: "list.resolve", where: "list" },
    { id: "copy", keys: ["C"], label: "list.copyAddress", where: "list" },
    { id: "ban", keys: ["B"], label: "administration.banEntry", where: "list" },

    { id: "chat-send", keys: ["Enter"], label: "commands.send", where: "chat", fixed: true },
    { id: "chat-line", keys: ["Shift+Enter"], label: "commands.line", where: "chat", fixed: true },
    { id: "chat-type-ahead", keys: ["/"], label: "commands.typeAhead", where: "chat", fixed: true },
    { id: "chat-edit-last", keys: ["Up"], label: "takes.editLast", where: "chat", fixed: true },
    { id: "chat-next", keys: [`${own}+Down`], label: "commands.next", where: "chat", repeats: true },
    { id: "chat-previous", keys: [`${own}+Up`], label: "commands.previous", where: "chat", repeats: true },
    { id: "chat-input", keys: [`${own}+U`], label: "commands.input", where: "chat" },
    { id: "chat-html", keys: [`${own}+M`], label: "commands.html", where: "chat" },
    { id: "chat-canned", keys: ["Ctrl+/"], label: "canned.open", where: "chat" },
    { id: "chat-emoji", keys: ["F9"], label: "emoji.emoji", where: "chat" },
    { id: "chat-spelling", keys: [`${own}+P`], label: "spelling.check", where: "chat" },
    { id: "chat-suggest", keys: ["F8"], label: "spelling.suggest", where: "chat" },
    { id: "chat-visitor", keys: ["F2"], label: "visitor.panel", where: "chat" },
    { id: "chat-find", keys: ["Ctrl+Shift+F"], label: "find.inChat", where: "chat" },
    { id: "chat-notes", keys: [`${own}+N`], label: "chat.notes", where: "chat" },
    { id: "chat-sound", keys: [`${own}+Y`], label: "alerts.chatSound", where: "chat" },
    { id: "chat-save", keys: [`${own}+K`], label: "save.save", where: "chat" },
    { id: "chat-pop-out", keys: [`${own}+O`], label: "commands.popOut", where: "chat" },
    { id: "chat-take-over", keys: [`${own}+I`], label: "takes.takeOver", where: "chat" },
    { id: "chat-join", keys: [`${own}+J`], label: "takes.joinOrOut", where: "chat" },
    { id: "chat-transfer", keys: [`${own}+R`], label: "takes.transfer", where: "chat" },
    { id: "chat-end", keys: [`${own}+Q`], label: "chat.end", where: "chat" },
    { id: "chat-close", keys: [`${own}+W`], label: "commands.close", where: "chat" },

    { id: "spelling-choose", keys: ["Up", "Down"], label: "spelling.keyChoose", where: "spelling", fixed: true },
    { id: "spelling-take", keys: ["Enter"], label: "spelling.change", where: "spelling", fixed: true },
    { id: "spelling-change", keys: [`${own}+R`], label: "spelling.change", where: "spelling" },
    { id: "spelling-change-all", keys: [`${own}+M`], label: "spelling.changeAll", where: "spelling" },
    { id: "spelling-ignore", keys: [`${own}+I`], label: "spelling.ignore", where: "spelling" },
    { id: "spelling-ignore-all", keys: [`${own}+G`], label: "spelling.ignoreAll", where: "spelling" },
    { id: "spelling-add", keys: [`${own}+W`], label: "spelling.add", where: "spelling" },
    { id: "spelling-send", keys: [`${own}+P`], label: "spelling.sendAnyway", where: "spelling" },
  ] as const satisfies readonly Command[];
}

export type CommandId = ReturnType<typeof table>[number]["id"];
export type CommandOf = Command & { readonly id: CommandId };

/** Every command of the console, as it is from the start on a platform. */
export function commandsOn(platform: Platform): readonly CommandOf[] {
  return table(platform);
}

/** Every command of the console. */
export const COMMANDS: readonly CommandOf[] = commandsOn(PLATFORM);

/** Where keys work, in the order in which they are listed. */
export const PLACES: readonly (readonly [Place, Key])[] = [
  ["everywhere", "commands.whereEverywhere"],
  ["list", "commands.whereList"],
  ["chat", "commands.whereChat"],
  ["spelling", "spelling.title"],
];

const byId = new Map<string, CommandOf>(COMMANDS.map((command) => [command.id, command]));

/** The command with this id, if there is one; kept keys may name one of another version. */
export function commandOf(id: string): CommandOf | undefined {
  return byId.get(id);
}
