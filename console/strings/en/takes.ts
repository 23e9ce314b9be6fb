import type { Strings } from "../translation.ts";

export const takes = {
  // Verbs
  takeOver: "Take over",
  join: "Join",
  stepOut: "Step out",
  joinOrOut: "Join a colleague’s chat, or step out",
  transfer: "Transfer to…",
  more: "More",
  accept: "Accept",
  handBack: "Hand back",
  withdraw: "Take back",

  // Header and foot
  joinedToo: { one: "{names} has joined", other: "{names} have joined" },
  looksOn: { one: "{names} is looking on", other: "{names} are looking on" },
  offeredTo: "Offered to {name}. Until somebody accepts it is yours.",
  offeredToYou: "{name} offers you this chat.",
  offeredToDepartment: "{name} offers this chat to {department}.",
  word: "“{word}”",
  youJoined: "{name} has this chat; you have joined.",
  youWereGone: "You were gone for too long, so {name} waits for somebody else. Whoever accepts first has the chat.",

  // What happened
  youBy: "you",
  youTo: "you",
  takenOver: "taken over by {by} from {from}",
  transferred: "passed from {from} to {to}",
  offered: "offered by {by} to {to}",
  withWord: "{text}: “{word}”",
  handedBack: "handed back by {by} to {to}",
  withdrawn: "offer taken back by {by}",
  joined: "{name} joined",
  steppedOut: "{name} stepped out",
  releasedGone: "no longer with {by}: gone for too long",
  releasedNotAllowed: "no longer with {by}: may not have it any more",
  releasedTo: "{text}; with {to} now",

  // What a colleague has made of it
  lostSite: "The chat with {name} was closed here: its site is no longer one of yours.",
  lostChat: "The chat with {name} was closed here: you may not see it any more.",
  takenFromYou: "{by} has taken over your chat with {name}.",
  accepted: "{by} has accepted your chat with {name}.",
  handedBackToYou: "{by} has handed back the chat with {name}.",

  // The Transfer window
  transferTitle: "Transfer the chat with {name}",
  transferText: "It stays with you until it is accepted.",
  to: "To whom",
  colleagues: "Colleagues",
  departments: "Departments",
  nobody: "No colleague is signed in",
  nobodyText: "As soon as somebody is, they stand here.",
  online: "Online",
  away: "Away",
  chats: { one: "{count} chat", other: "{count} chats" },
  noChats: "no chats",
  available: { one: "{count} online", other: "{count} online" },
  wordLabel: "A word to the colleague",
  wordHint: "The visitor never sees it.",
  offer: "Transfer",

  // Typing
  colleagueTyping: "{name} is writing to the visitor…",
  preview: "{name} is writing:",
  previews: "Show operators what visitors write before they send it",
  previewsHint: "The widget says so to the visitors. Nothing of it is kept.",

  // Messages
  messageMenu: "What to do with this message",
  edit: "Edit",
  delete: "Delete",
  copy: "Copy",
  copied: "Copied.",
  edited: "edited",
  deleted: "Message deleted",
  editing: "Editing",
  cancelEdit: "Cancel",
  saveEdit: "Save",
  editLast: "Change the last message, in an empty text box",
  deleteTitle: "Delete this message?",
  deleteText: "It disappears from the visitor’s screen as well, and nothing of it is kept.",
  keep: "Keep it",
} as const satisfies Strings;
