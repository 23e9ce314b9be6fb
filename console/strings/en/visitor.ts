import type { Strings } from "../translation.ts";

export const visitor = {
  takeOver: "Take over",
  join: "Join the chat",
  transfer: "Transfer to…",
  details: "Page trail and past chats…",
  ban: "Ban…",

  panel: "About the visitor",
  title: "Visitor {name}",
  gone: "No longer on the site.",
  addNote: "Client notes",
  name: "Name",
  email: "E-mail",
  here: "On the site",
  pages: { one: "{count} page", other: "{count} pages" },
  localTime: "Local time",
  noTimeZone: "unknown",
  address: "Address",
  attributes: "From the site",
  trail: "Page trail",
  earlier: { one: "and {count} page before", other: "and {count} pages before" },
} as const satisfies Strings;
