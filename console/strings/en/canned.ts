import type { Strings } from "../translation.ts";

export const canned = {
  // In the composer
  canned: "Canned",
  open: "Canned messages and URLs",
  messages: "Canned messages",
  urls: "Canned URLs",
  find: "Find by title, folder or text",
  found: {
    one: "{count} canned message. Enter puts it in, Escape gives up.",
    other: "{count} canned messages. Arrow keys choose, Enter puts one in, Escape gives up.",
  },
  noneYet: "There are none yet.",
  noneFound: "None has these words.",
  editAll: "Add and change them",

  // Preferences
  messagesTitle: "Canned Msg",
  urlsTitle: "Canned URL",
  messagesText: "What you write often. In a chat, type / and some letters of the title, or press Ctrl+/.",
  urlsText: "Pages, images and files you push often. In a chat, switch to URL and press Ctrl+/.",
  add: "Add",
  addMessage: "Add a canned message",
  addUrl: "Add a canned URL",
  edit: "Change {title}",
  import: "Import",
  export: "Export",
  exportJson: "As JSON",
  exportCsv: "As CSV, for a spreadsheet",
  none: "No canned messages yet",
  noUrls: "No canned URLs yet",
  noFolder: "Without a folder",
  shared: "shared",
  uses: { one: "used once", other: "used {count} times" },
  unused: "not used yet",

  // One of them
  title: "Title",
  folder: "Folder",
  folderHint: "Optional. A new name makes a new folder.",
  message: "Message",
  url: "URL",
  urlHint: "An address, or a path such as /tents.",
  audience: "For",
  forMe: "Me alone",
  forAll: "All operators",
  forDepartment: "Department {name}",
  formerDepartment: "a former department",
  shareHint: "This cannot be changed later.",
  variables: "Put in:",
  preview: "Preview",
  tooLong: "{over} characters too long: at most {limit} can be sent.",
  remove: "Delete",
  removeSure: "Really delete",
  /** What is offered in place of a visitor's name that is not known: "Hello there". */
  nameUnknown: "there",
  sampleVisitor: "Ada",
  samplePage: "Ridge 2P Tent",

  // Import
  importTitle: "Import from {file}",
  importNew: { one: "{count} is new and will be added.", other: "{count} are new and will be added." },
  importKnown: { one: "{count} is there already.", other: "{count} are there already." },
  importOther: {
    one: "{count} is of the other kind and will be added there.",
    other: "{count} are of the other kind and will be added there.",
  },
  importWrong:
    "This file cannot be read. It must be JSON as it is exported here, or CSV whose first line names the columns: title, text and perhaps folder.",
  importTooLarge: "This file is too large.",
  importPart: "{count} of them were added, then the server refused: {sentence}",
  imported: { one: "{count} added.", other: "{count} added." },
} as const satisfies Strings;
