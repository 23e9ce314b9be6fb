import type { Strings } from "../translation.ts";

export const talks = {
  operators: "Operators",
  toOperators: "Go to the operators",
  tally: "{online} online of {loggedIn} logged in",
  text: "Double-click a colleague to chat with them. It is kept apart from visitors’ chats, and nobody else reads it.",
  id: "ID",
  name: "Screen name",
  department: "Department",
  status: "Status",
  chat: "Chat",
  chatWith: "Chat with {name}",
  you: "you",
  actions: "What to do with {name}",
  alone: "You are the only operator",
  aloneText: "An administrator invites colleagues under Settings → Operators.",
  online: "Online",
  away: "Away",
  offline: "Logged out",

  colleague: "Colleague",
  log: "Chat with your colleague {name}",
  nothingYet: "Nothing has been written yet. {name} reads it here, now or later.",
  message: "Message to your colleague {name}",
  placeholder: "Write to {name}…",
  readsLater: "{name} is not logged in and will read it later.",
  close: "Close this chat with a colleague",
} as const satisfies Strings;
