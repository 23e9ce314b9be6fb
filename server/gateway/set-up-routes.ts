import type { FastifyInstance, FastifyReply } from "fastify";
import type { Operator } from "../../chat/operator.ts";
import type { Me, ServerState, Site as SiteFrame } from "../../protocol/rest.ts";
import type { ApiParts } from "./api.ts";
import { HttpRefusal } from "./http-refusal.ts";
import { hashPassword } from "./password.ts";
import { siteForRest } from "./present-rest.ts";
import { joinShape, resetShape, setUpShape } from "./rest-shapes.ts";
import { hashSecret } from "./secret.ts";
import { refuseSuspended } from "./sign-ins.ts";
import { refuseTicket } from "./tickets.ts";

/** What the console asks first, and the two one-time links: the owner's and a colleague's. */
export function setUpRoutes(scope: FastifyInstance, parts: ApiParts): void {
  const { account, door, sites, sessions, staff, store, tickets, version, world, bounds } = parts;
  const shape = setUpShape(bounds.originsPerSite);

  scope.get("/state", async (request): Promise<ServerState> => {
    const signedIn = await door.guest(request);
    const me = signedIn === undefined ? {} : { me: door.me(signedIn.operator) };
    return { needsSetUp: account.needsSetUp(), ...me, version };
  });

  scope.post("/set-up", async (request, reply): Promise<{ me: Me; site: SiteFrame }> => {
    const wish = shape.parse(request.body);
    const { role } = await tickets.read(wish.ticket);
    if (role !== "owner") refuseTicket();
    const site = sites.make(wish.site);
    const operator = await redeem(wish, { account: wish.account, site });
    await account.load();
    await sites.announce();
    return { me: await signIn(operator, reply), site: siteForRest(site) };
  });

  scope.post("/join", async (request, reply): Promise<{ me: Me }> => {
    const wish = joinShape.parse(request.body);
    const { role, operator: reset } = await tickets.read(wish.ticket);
    if (reset !== undefined) refuseTicket();
    // The owner's link makes an account and a site; the set-up page asks for both.
    if (role === "owner") refuseTicket();
    if ((await store.operators()).length >= bounds.operators) {
      throw new HttpRefusal(
        403,
        "not-allowed",
        `There can be ${bounds.operators} operators; --operators raises the bound.`,
      );
    }
    return { me: await signIn(await redeem(wish), reply) };
  });

  scope.post("/reset", async (request, reply): Promise<{ me: Me }> => {
    const { ticket, password } = resetShape.parse(request.body);
    if ((await tickets.read(ticket)).operator === undefined) refuseTicket();
    const passwordHash = await hashPassword(password);
    const operator = await store.redeemReset({ hash: hashSecret(ticket), now: world.now(), passwordHash });
    if (operator === undefined) return refuseTicket();
    sessions.announceEnd(operator.id);
    if (operator.suspendedAt !== undefined) refuseSuspended();
    return { me: await signIn(operator, reply) };
  });

  async function signIn(operator: Operator, reply: FastifyReply): Promise<Me> {
    reply.code(201);
    return door.letIn(operator, reply);
  }

  async function redeem(
    { ticket, login, name, password }: { ticket: string; login: string; name: string; password: string },
    owner?: { account: string; site: ReturnType<typeof sites.make> },
  ): Promise<Operator> {
    const now = world.now();
    const operator = { id: world.newId(), login, name, passwordHash: await hashPassword(password), createdAt: now };
    const result = await store.redeemTicket({
      hash: hashSecret(ticket),
      now,
      operator,
      ...(owner === undefined ? {} : { owner }),
    });
    if (result.ok) {
      await staff.announce();
      return result.operator;
    }
    if (result.reason === "no-ticket") return refuseTicket();
    throw new HttpRefusal(
      409,
      "login-taken",
      `Somebody has the operator ID "${login}" already. Please choose another.`,
    );
  }
}
