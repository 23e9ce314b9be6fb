import { t } from "../strings/t.ts";
import type { EventLine } from "./entries.ts";

/** How a chat went from hand to hand, in words. `by`, `from` and `to` are "you" where it is oneself, in the form that fits there. */
export function handsWords({ event, author, whom, department, word, why }: EventLine, me: string): string {
  const name = author.kind === "operator" ? author.name : "";
  const isMe = author.kind === "operator" && author.id === me;
  const by = isMe ? t("takes.youBy") : name;
  const from = whom?.id === me ? t("takes.youBy") : (whom?.name ?? "");
  switch (event) {
    case "taken-over":
      return t("takes.takenOver", { by, from });
    case "transferred":
      return t("takes.transferred", { from, to: isMe ? t("takes.youTo") : name });
    case "transfer-offered": {
      const to = department?.name ?? (whom?.id === me ? t("takes.youTo") : (whom?.name ?? ""));
      const offered = t("takes.offered", { by, to });
      return word === undefined ? offered : t("takes.withWord", { text: offered, word });
    }
    case "handed-back":
      return t("takes.handedBack", { by, to: whom?.id === me ? t("takes.youTo") : (whom?.name ?? "") });
    case "transfer-withdrawn":
      return t("takes.withdrawn", { by });
    case "released": {
      const released = t(why === "not-allowed" ? "takes.releasedNotAllowed" : "takes.releasedGone", { by });
      return whom === undefined ? released : t("takes.releasedTo", { text: released, to: from });
    }
    case "joined":
      return t("takes.joined", { name: isMe ? t("takes.youTo") : name });
    case "stepped-out":
      return t("takes.steppedOut", { name: isMe ? t("takes.youTo") : name });
    default:
      return "";
  }
}
