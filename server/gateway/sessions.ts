import { type CookieSerializeOptions, fastifyCookie } from "@fastify/cookie";
import type { Operator, Session } from "../../chat/operator.ts";
import type { Bus } from "../../chat/bus.ts";
import type { Store } from "../../chat/store.ts";
import type { World } from "../../chat/world.ts";
import { hashSecret, newSecret } from "./secret.ts";

interface Parts {
  store: Store;
  bus: Bus;
  world: World;
  sessionMs: number;
  /** Whether browsers reach the server by https. */
  secure: boolean;
  /** Tells this installation's cookie from another's on the same host: cookies do not know ports. */
  installation: string;
}

export interface SignedIn {
  session: Session;
  operator: Operator;
}

/** Browsers that are signed in. The browser holds a random token in a cookie that no script can read; the store holds its hash. */
export class Sessions {
  readonly #parts: Parts;
  readonly cookieName: string;
  readonly cookieOptions: CookieSerializeOptions;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { secure, installation, sessionMs } = parts;
    // The prefix makes browsers refuse the cookie from a subdomain or without https (RFC 6265bis § 4.1.3.2).
    this.cookieName = secure ? "__Host-shopbell" : `shopbell-${installation}`;
    this.cookieOptions = {
      path: "/",
      httpOnly: true,
      sameSite: "strict",
      secure,
      maxAge: Math.round(sessionMs / 1000),
    };
  }

  /** Signs an operator in; gives the cookie's value. */
  async open(operator: string): Promise<string> {
    const { store, world, sessionMs } = this.#parts;
    const token = newSecret();
    const now = world.now();
    await store.addSession({ tokenHash: hashSecret(token), operator, createdAt: now, expiresAt: now + sessionMs });
    return token;
  }

  /** Who sends this Cookie header; undefined when nobody who is signed in. */
  async authenticate(cookieHeader: string | undefined): Promise<SignedIn | undefined> {
    const token = fastifyCookie.parse(cookieHeader ?? "")[this.cookieName];
    if (token === undefined) return undefined;
    return this.#parts.store.session(hashSecret(token), this.#parts.world.now());
  }

  /** Signs this browser out. */
  async close(session: Session): Promise<void> {
    const { store, bus } = this.#parts;
    await store.removeSession(session.tokenHash);
    bus.announce({ type: "signed-out", operator: session.operator, only: session.tokenHash });
  }

  /** Signs an operator out everywhere, or everywhere but here. */
  async closeAll(operator: string, except?: Session): Promise<void> {
    const { store, bus } = this.#parts;
    await store.removeSessions(operator, except?.tokenHash);
    bus.announce({ type: "signed-out", operator, ...(except === undefined ? {} : { except: except.tokenHash }) });
  }

  /** Tells the operator's windows that their sessions are over, when the store has ended them with something else. */
  announceEnd(operator: string): void {
    this.#parts.bus.announce({ type: "signed-out", operator });
  }
}
