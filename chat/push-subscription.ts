/** Where a signed-in browser is called while no window of the console is open (RFC 8030), and the keys that only it can read by (RFC 8291). */
export interface PushSubscription {
  /** Hash of the session it belongs to; it goes with the session. */
  session: string;
  operator: string;
  /** An address of the browser's maker. Whoever has it can call, so it is never logged. */
  endpoint: string;
  /** Base64url. */
  p256dh: string;
  /** Base64url. */
  auth: string;
  /** What the notification speaks: BCP 47. */
  language: string;
  createdAt: number;
}
