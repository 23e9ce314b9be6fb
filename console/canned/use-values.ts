import { useChats } from "../chat/store.ts";
import { useVisitor } from "../chat/visitors.ts";
import { useMe } from "../state/me.ts";
import type { VariableValues } from "./variables.ts";

/** What the variables stand for in a chat, as far as it is known. */
export function useValues(chat: string): VariableValues {
  const conversation = useChats(({ chats }) => chats[chat]?.conversation);
  const { row } = useVisitor(conversation?.site, conversation?.visitor);
  const operator = useMe(({ me }) => me?.name);
  const site = useMe(({ sites }) => sites.find(({ id }) => id === conversation?.site)?.name);
  return {
    "visitor.name": row?.name ?? conversation?.visitorName,
    "operator.name": operator,
    "site.name": site,
    "page.title": row?.title,
    "page.url": row?.url,
  };
}
