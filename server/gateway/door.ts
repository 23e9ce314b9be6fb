import type { FastifyReply, FastifyRequest } from "fastify";
import { must } from "../../chat/error.ts";
import type { Operator } from "../../chat/operator.ts";
import { type Action, mustBeAllowed } from "../../chat/permissions.ts";
import type { Me } from "../../protocol/rest.ts";
import { HttpRefusal } from "./http-refusal.ts";
import type { Sessions, SignedIn } from "./sessions.ts";

/** Who comes in over HTTP, and with which rights. */
export class Door {
  readonly #sessions: Sessions;
  readonly #account: () => string;
  readonly #admitted = new WeakMap<FastifyRequest, SignedIn>();

  constructor(sessions: Sessions, account: () => string) {
    this.#sessions = sessions;
    this.#account = account;
  }

  /** Whoever is signed in, if anybody. */
  async guest(request: FastifyRequest): Promise<SignedIn | undefined> {
    return this.#sessions.authenticate(request.headers.cookie);
  }

  /**
   * Lets a request in to what its route is, and remembers who it is.
   * @throws HttpRefusal when nobody is signed in, ChatError when the operator may do no such thing anywhere
   */
  async admit(request: FastifyRequest, action: Action): Promise<void> {
    const signedIn = await this.guest(request);
    if (signedIn === undefined) throw new HttpRefusal(401, "signed-out", "Please sign in.");
    mustBeAllowed(signedIn.operator, action);
    this.#admitted.set(request, signedIn);
  }

  /** Who has been let in. */
  async operator(request: FastifyRequest): Promise<SignedIn> {
    return must(this.#admitted.get(request), "a request that was let in as an operator's");
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

  me({ id, login, name, role, departments }: Operator): Me {
    return { id, login, name, role, account: this.#account(), departments };
  }
}
