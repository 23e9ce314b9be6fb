import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { type Agent, request } from "node:https";
import type library from "web-push";
import type { PushSubscription } from "../chat/push-subscription.ts";
import type { Store } from "../chat/store.ts";

/** What can be said to a browser. It is encrypted for that browser (RFC 8291), and yet holds nothing that a visitor wrote. */
export interface PushWord {
  /** `transfer`: a chat is offered to them or to their department. `message`: a visitor has written in a chat of theirs. */
  kind: "request" | "transfer" | "message" | "left";
  conversation: string;
  visitor: number;
  /** The site's name. */
  site: string;
  /** Of the notification. */
  language: string;
}

/** What became of a call. `gone`: the browser has no such subscription any more. */
export type PushResult = "taken" | "gone" | "refused";

interface Parts {
  store: Store;
  /** mailto: or https:, where the push services find somebody (RFC 8292). */
  contact: string;
  agent: Agent;
  timeoutMs: number;
}

type Library = typeof library;

/** Calls browsers by their makers' push services, as the one whom the browser has been told to believe. */
export class WebPush {
  readonly publicKey: string;
  readonly #privateKey: string;
  readonly #library: Library;
  readonly #parts: Parts;

  private constructor(loaded: Library, keys: { publicKey: string; privateKey: string }, parts: Parts) {
    this.#library = loaded;
    this.publicKey = keys.publicKey;
    this.#privateKey = keys.privateKey;
    this.#parts = parts;
  }

  /** The keys are made once: with others, every browser that was told the first would have to be asked again. */
  static async open(parts: Parts): Promise<WebPush> {
    const { default: loaded } = await import("web-push");
    const kept = await parts.store.putSettingOnce("push-keys", JSON.stringify(loaded.generateVAPIDKeys()));
    return new WebPush(loaded, JSON.parse(kept) as { publicKey: string; privateKey: string }, parts);
  }

  /**
   * Calls one browser. `seconds`: when it cannot be reached within, the call is dropped.
   * @throws when the service cannot be reached in time
   */
  async call(to: PushSubscription, word: PushWord, seconds: number): Promise<PushResult> {
    const { contact, agent, timeoutMs } = this.#parts;
    const details = this.#library.generateRequestDetails(
      { endpoint: to.endpoint, keys: { p256dh: to.p256dh, auth: to.auth } },
      JSON.stringify(word),
      {
        vapidDetails: { subject: contact, publicKey: this.publicKey, privateKey: this.#privateKey },
        TTL: seconds,
        urgency: "high",
        contentEncoding: "aes128gcm",
      },
    );
    const { method, headers, endpoint, body } = details;
    const call = request(endpoint, { method, headers, agent, signal: AbortSignal.timeout(timeoutMs) });
    call.end(body);
    const [answer] = (await once(call, "response")) as [IncomingMessage];
    answer.on("error", () => undefined); // what it says besides its status is not read
    answer.resume();
    const status = answer.statusCode ?? 0;
    if (status >= 200 && status < 300) return "taken";
    return status === 404 || status === 410 ? "gone" : "refused";
  }
}
