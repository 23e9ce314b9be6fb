import type { Limits } from "../../protocol/limits.ts";
import type { ComposerDraft } from "./drafts.ts";

export type Measured =
  | { kind: "fits" }
  | { kind: "near"; left: number }
  | { kind: "over"; over: number; limit: number }
  /** An address with spaces in it, which is a sentence in the wrong place. */
  | { kind: "spaces" };

/** From this part of the limit on, what is left is shown. */
const NEAR = 0.9;

/** Measures what stands in the input box against the bounds that the server told; before it has told, everything fits. */
export function measure({ text, input }: Pick<ComposerDraft, "text" | "input">, limits: Limits | undefined): Measured {
  if (input === "url" && /\s/u.test(text.trim())) return { kind: "spaces" };
  if (limits === undefined) return { kind: "fits" };
  const limit = input === "url" ? limits.urlLength : limits.textLength;
  // The server cuts an address to what is between the spaces, and leaves text as it is.
  const { length } = input === "url" ? text.trim() : text;
  if (length > limit) return { kind: "over", over: length - limit, limit };
  return length > limit * NEAR ? { kind: "near", left: limit - length } : { kind: "fits" };
}
