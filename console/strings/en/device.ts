import type { Strings } from "../translation.ts";

export const device = {
  title: "This browser",
  text: "For this browser alone; other computers and phones have their own.",
  push: "Call me when no window is open",
  pushText:
    "For chat requests that nobody has accepted for a moment, chats that are offered to you or your department, what a visitor writes in a chat of yours, and messages that were left. Until you sign out here. The call is encrypted and holds nothing that a visitor wrote.",
  pushBlocked: "This browser blocks notifications of the console. Press the sign left of the address and allow them.",
  pushUnsupported: "This browser cannot be called. On an iPhone or iPad, add Shopbell to the home screen first.",
  pushNotHere: "This server calls nobody yet: its administrator must set --push-contact, or a public URL with https.",
  pushFailed: "The browser does not let itself be called: {reason}",
  app: "Shopbell as an app",
  appOffered: "In a window of its own, with its icon among your programs and the number of requests on it.",
  appByHand:
    "In a window of its own, with its icon among your programs: look for “Install” in the browser’s menu or beside the address. On an iPhone or iPad: Share, Add to Home Screen.",
  appRuns: "Shopbell runs as an app here.",
  install: "Install",
} as const satisfies Strings;
