import type { Command } from "../state/commands.ts";

/** On a Mac the Option key writes characters; elsewhere Ctrl+Shift belongs to the browser. */
const onMac = navigator.userAgent.includes("Mac");
const printed = onMac ? "Ctrl+Shift+" : "Alt+";
/** As tinykeys wants it: by the key's place, because what a modifier makes of a letter depends on the layout. */
export const MODIFIER = onMac ? "Control+Shift+" : "Alt+";

/** The keys that work in a chat, for the sheet. What they do is in `use-chat-keys.ts`. */
export const CHAT_COMMANDS: readonly Command[] = [
  { id: "chat-send", keys: ["↵"], label: "chat.keySend", where: "chat" },
  { id: "chat-line", keys: ["Shift+↵"], label: "chat.keyLine", where: "chat" },
  { id: "chat-next", keys: [`${printed}↓`], label: "chat.keyNext", where: "chat" },
  { id: "chat-previous", keys: [`${printed}↑`], label: "chat.keyPrevious", where: "chat" },
  { id: "chat-number", keys: [`${printed}1…9`], label: "chat.keyTab", where: "chat" },
  { id: "chat-input", keys: [`${printed}U`], label: "chat.keyInput", where: "chat" },
  { id: "chat-html", keys: [`${printed}H`], label: "chat.keyHtml", where: "chat" },
  { id: "chat-canned", keys: ["Ctrl+/", "/"], label: "chat.keyCanned", where: "chat" },
  { id: "chat-notes", keys: [`${printed}N`], label: "chat.keyNotes", where: "chat" },
  { id: "chat-save", keys: [`${printed}S`], label: "save.save", where: "chat" },
  { id: "chat-pop-out", keys: [`${printed}O`], label: "chat.keyPopOut", where: "chat" },
  { id: "chat-end", keys: [`${printed}E`], label: "chat.keyEnd", where: "chat" },
  { id: "chat-close", keys: ["Del"], label: "chat.keyClose", where: "chat" },
];
