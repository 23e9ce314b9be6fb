import { checkText } from "../../chat/check-text.ts";
import type { Body } from "../../chat/message.ts";
import type { Draft } from "../../protocol/operator-to-server.ts";
import type { Core } from "./core.ts";
import { readPush } from "./push-url.ts";
import { readRichText } from "./rich-text.ts";

/**
 * What an operator wrote, as it is stored. Decided at once, without waiting, so that messages sent one after the other keep their order.
 * Throws what `checkText`, `readPush` and `readRichText` throw.
 * @param id the conversation, whose visitor's page is what an address without a host is read against
 */
export function readDraft({ bounds, directory, conversations, sites }: Core, id: string, draft: Draft): Body {
  if (draft.kind === "text") return { kind: "text", text: checkText(draft.text, bounds.textLength) };
  const conversation = conversations.live.get(id);
  const page =
    conversation === undefined ? undefined : directory.get(conversation.site, conversation.visitor)?.page.url;
  // Without a page (the visitor is between two) an address is read as one of the site.
  const base = page ?? sites.byId(conversation?.site ?? "")?.origins[0] ?? "https://invalid.invalid/";
  if (draft.kind === "url") return { kind: "push", ...readPush(draft.url, base, bounds.urlLength) };
  return { kind: "rich", tree: readRichText(checkText(draft.html, bounds.textLength), base) };
}
