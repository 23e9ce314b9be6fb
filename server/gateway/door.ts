import type { FastifyReply, FastifyRequest } from "fastify";
import type { Operator } from "../../chat/operator.ts";
import type { Me } from "../../protocol/rest.ts";
import { HttpRefusal } from "./http-refusal.ts";
import type { Sessions, SignedIn } from "./sessions.ts";

/** Who comes in over HTTP, and with which rights. */
export class Door {
  readonly #sessions: Sessions;
  readonly #account: () => string;

  constructor(sessions: Sessions, account: () => string) {
    this.#sessions = sessions;
    this.#account = account;
  }

  /** Whoever is signed in, if anybody. */
  async guest(request: FastifyRequest): Promise<SignedIn | undefined> {
    return this.#sessions.authenticate(request.headers.cookie);
  }

  /** @throws HttpRefusal when nobody is signed in */
  async operator(request: FastifyRequest): Promise<SignedIn> {
    const signedIn = await this.guest(request);
    if (signedIn === undefined) throw new HttpRefusal(401, "signed-out", "Please sign in.");
    return signedIn;
  }

  /** @throws HttpRefusal when it is not the owner or an administrator */
  async administrator(request: FastifyRequest): Promise<SignedIn> {
    const signedIn = await this.operator(request);
    const { role } = signedIn.operator;
    if (role === "owner" || role === "administrator") return signedIn;
    throw new HttpRefusal(403, "not-allowed", "Only the owner and administrators can do this.");
  }

  /** Signs an operator in on this browser. */
  async letIn(operator: Operator, reply: FastifyReply): Promise<Me> {
    reply.setCookie(this.#sessions.cookieName, await this.#sessions.open(operator.id), this.#sessions.cookieOptions);
    return this.me(operator);
  }

  /** Takes the cookie away. */
  letOut(reply: FastifyReply): void {
    reply.setCookie(this.#sessions.cookieName, "", { ...this.#sessions.cookieOptions, maxAge: 0 });
  }

  me({ id, login, name, role }: Operator): Me {
    return { id, login, name, role, account: this.#account() };
  }
}
