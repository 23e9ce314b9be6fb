import type { OperatorConversation } from "../../protocol/server-to-operator.ts";
import { useMe } from "../state/me.ts";
import { t } from "../strings/t.ts";
import { toast } from "../ui/toast.tsx";
import { isHeldBy, nameOf } from "./chat.ts";
import { myId } from "./store.ts";

/** Tells who had a chat, or offered it, what a colleague has made of it. */
export function tellOfTakes(before: OperatorConversation | undefined, now: OperatorConversation): void {
  if (before === undefined || !isHeldBy(before, myId()) || now.status !== "open") return;
  const { transfer } = before;
  const name = nameOf(now);
  const by = now.operator?.name ?? "";
  if (!isHeldBy(now, myId())) {
    const isAccepted = transfer !== undefined && (transfer.to === undefined || transfer.to.id === now.operator?.id);
    toast(t(isAccepted ? "takes.accepted" : "takes.takenFromYou", { name, by }));
  } else if (transfer?.to !== undefined && now.transfer === undefined && !withdrawn.delete(now.id)) {
    toast(t("takes.handedBackToYou", { name, by: transfer.to.name }));
  }
}

/** Says why a chat is closed that may not be seen any more. */
export function tellOfLoss(conversation: OperatorConversation): void {
  const isOurSite = useMe.getState().sites.some(({ id }) => id === conversation.site);
  toast(t(isOurSite ? "takes.lostChat" : "takes.lostSite", { name: nameOf(conversation) }), "problem");
}

/** Chats whose offer this window takes back: that needs no telling. */
export const withdrawn = new Set<string>();
