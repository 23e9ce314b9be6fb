/** What a person can cause over HTTP only; the words of the chat itself are `ChatError`s. The sentence reaches them as written. */
export class HttpRefusal extends Error {
  override readonly name = "HttpRefusal";
  readonly status: number;
  readonly code: HttpRefusalCode;
  /** For the header Retry-After, where waiting helps. */
  readonly retryAfterMs: number | undefined;

  constructor(status: number, code: HttpRefusalCode, sentence: string, retryAfterMs?: number) {
    super(sentence);
    this.status = status;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

export type HttpRefusalCode =
  | "bad-message"
  | "signed-out"
  | "wrong-password"
  | "login-taken"
  | "no-ticket"
  | "suspended"
  | "not-allowed"
  | "wrong-origin"
  | "not-found"
  | "too-fast"
  | "too-long"
  | "not-ready";
