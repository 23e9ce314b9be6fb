/** Why a person's wish was not done. The words are part of the protocol: a program may act on them. */
export type ChatErrorCode =
  | "bad-message"
  | "too-long"
  | "too-fast"
  | "empty"
  | "not-found"
  | "not-allowed"
  | "already-accepted"
  | "already-taken"
  | "transfer-over"
  | "operator-gone"
  | "too-late"
  | "not-offered"
  | "already-invited"
  | "already-chatting"
  | "conversation-ended"
  | "nobody-online"
  | "visitor-gone"
  | "invitation-over"
  | "url-not-allowed"
  | "no-host-name"
  | "overloaded";

/**
 * What a person can cause. The sentence reaches them as written, so it says what happened and what to do. Everything that
 * is not a ChatError is a bug or an outage.
 */
export class ChatError extends Error {
  override readonly name = "ChatError";
  readonly code: ChatErrorCode;
  /** Screen name of the operator who was first, where that is the reason. */
  readonly by: string | undefined;

  constructor(code: ChatErrorCode, sentence: string, by?: string) {
    super(sentence);
    this.code = code;
    this.by = by;
  }
}

/** The value, where the caller knows better than the compiler that there is one. */
export function must<T>(value: T | null | undefined, why: string): T {
  if (value === null || value === undefined) throw new Error(`Expected ${why}.`);
  return value;
}
