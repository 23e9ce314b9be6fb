import { type Chat, nameOf } from "../chat/chat.ts";
import { wholeChat } from "../chat/lifelines.ts";
import { downloadFile } from "../state/download.ts";
import { useMe } from "../state/me.ts";
import { usePreferences } from "../state/preferences.ts";
import { t } from "../strings/t.ts";
import { toast } from "../ui/toast.tsx";
import { toHtml } from "./as-html.ts";
import { canWriteDirectories, chooseDirectory, chosenDirectory, writeFile } from "./directory.ts";
import { fileName, toJson, toText } from "./script.ts";
import { scriptOf } from "./script-of.ts";

const formats = {
  text: { extension: "txt", type: "text/plain" },
  html: { extension: "html", type: "text/html" },
  json: { extension: "json", type: "application/json" },
} as const;

/** Saves the chat as the operator prefers: the first time they choose the directory, from then on one press does it. */
export async function saveChat(shown: Chat, name: string = nameOf(shown.conversation)): Promise<void> {
  if (shown.conversation === undefined || !shown.loaded) return;
  // All of it, also what nobody has scrolled to.
  const chat = shown.hasEarlier ? await wholeChat(shown.id) : shown;
  if (chat?.conversation === undefined) return toast(t("shell.failed"), "problem");
  const { conversation } = chat;
  const { saveFormat, saveTo } = usePreferences.getState();
  const { extension, type } = formats[saveFormat];
  const file = `${fileName(conversation.requestedAt, name, conversation.visitor)}.${extension}`;
  const content = contentOf(chat, name);
  if (saveTo === "download" || !canWriteDirectories()) return downloadFile(file, content, type);
  try {
    const directory = (await chosenDirectory()) ?? (await chooseDirectory());
    if (directory === undefined) return;
    if (await writeFile(directory, file, content)) toast(t("save.saved", { file, directory: directory.name }));
    else toast(t("save.notAllowed"), "problem");
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    // The directory was deleted, its disk taken out, or is full: the chat is saved all the same.
    downloadFile(file, content, type);
    toast(t("save.failed", { reason: error.message }), "problem");
  }
}

function contentOf(chat: Chat, name: string): string {
  const { saveFormat, language } = usePreferences.getState();
  const { conversation, messages } = chat;
  const site = useMe.getState().sites.find(({ id }) => id === conversation?.site)?.name ?? "";
  if (saveFormat === "json" && conversation !== undefined) return toJson(conversation, site, messages);
  const script = scriptOf(chat, name, site);
  return saveFormat === "html" ? toHtml(script, language) : toText(script);
}
