import type { Limits } from "../../protocol/limits.ts";
import type { Draft } from "../../protocol/operator-to-server.ts";
import { t } from "../strings/t.ts";
import type { ComposerDraft } from "./drafts.ts";
import { measure } from "./measure.ts";

export type Fit = { kind: "fits" } | { kind: "near"; sentence: string } | { kind: "problem"; sentence: string };

/** Whether what stands in the input box can be sent as it is, and the sentence for the person when it cannot, or hardly. */
export function fits(draft: ComposerDraft, limits: Limits | undefined): Fit {
  const measured = measure(draft, limits);
  switch (measured.kind) {
    case "near":
      return { kind: "near", sentence: t("chat.left", { count: measured.left }) };
    case "over":
      return { kind: "problem", sentence: t("chat.tooLong", { count: measured.over, limit: measured.limit }) };
    case "spaces":
      return { kind: "problem", sentence: t("chat.spacesInUrl") };
    default:
      return { kind: "fits" };
  }
}

/** What goes to the server, unless there is nothing to send or it does not fit. */
export function toSend(draft: ComposerDraft, limits: Limits | undefined): Draft | undefined {
  const { kind } = measure(draft, limits);
  if (kind === "over" || kind === "spaces" || draft.text.trim() === "") return undefined;
  if (draft.input === "url") return { kind: "url", url: draft.text.trim() };
  return draft.asHtml ? { kind: "html", html: draft.text } : { kind: "text", text: draft.text };
}
