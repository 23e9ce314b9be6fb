import type { Strings } from "../translation.ts";

export const save = {
  save: "Save the chat",
  saved: "Saved as {file} in {directory}.",
  notAllowed: "The browser was not allowed to write into the directory. Choose it again under Settings → Saving chats.",
  failed: "The directory could not be written, so the chat was saved as a download. {reason}",
  title: "Chat with {name}",

  settings: "Saving chats",
  settingsText: "What the button at the top of a chat saves, and where. The chosen directory belongs to this browser.",
  format: "Format",
  text: "Text",
  html: "HTML, which looks like the chat",
  json: "JSON, for programs",
  place: "Where",
  directory: "In a directory, chosen once",
  download: "As a download",
  choose: "Choose the directory",
  chosen: "Chats are saved in {name}.",
  noneChosen: "None is chosen yet; you are asked when you first save a chat.",
  noDirectories: "This browser saves chats as downloads; it does not let a page write into a directory.",
} as const satisfies Strings;
