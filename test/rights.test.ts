import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { newId } from "../client/id.ts";
import { Refused } from "../client/line.ts";
import type { Role } from "../chat/operator.ts";
import { type Actor, may } from "../chat/permissions.ts";
import type { FromOperator } from "../protocol/operator-to-server.ts";
import type { Site } from "../protocol/rest.ts";
import type { ToOperator } from "../protocol/server-to-operator.ts";
import { root } from "../scripts/prepare.mjs";
import { ROUTES, VERBS } from "../server/gateway/rights.ts";
import { type Account, type Shop, startShop } from "./harness/shop.ts";
import { test } from "./harness/test.ts";

type Sites = "all" | "own" | "other";

/** Everybody there can be: each role, for all sites, for the one where the chats are, or for another. */
const WHO = (["owner", "administrator", "supervisor", "operator"] as const).flatMap((role) =>
  (["all", "own", "other"] as const).flatMap((sites) => [true, false].map((isMember) => ({ role, sites, isMember }))),
);

interface Scene {
  shop: Shop;
  other: Site;
  department: string;
  visitor: number;
  /** Requests that wait: one for nobody in particular, one of the department. */
  open: string;
  ofDepartment: string;
}

test("each verb does what each role may for a site and a department, and is refused otherwise", async (t) => {
  const scene = await setScene(t);
  const examples = exampleFrames();
  for (const { role, sites, isMember } of WHO) {
    const account = await newOperator(scene, role, sites, isMember);
    const frames: ToOperator[] = [];
    const console = scene.shop.operator(account, { onFrame: (frame) => frames.push(frame) });
    await scene.shop.until("the welcome", () => frames.some(({ type }) => type === "welcome"));
    const actor = actorOf(account, scene, { role, sites, isMember });
    for (const [type, action] of Object.entries(VERBS)) {
      if (type === "hello") continue; // the line is greeted with it, and no second time
      for (const conversation of [scene.open, scene.ofDepartment]) {
        const example = examples.find((frame) => frame.type === type);
        assert.ok(example !== undefined, `an example of ${type}`);
        const frame = placed(example, scene, conversation);
        const place = {
          ...("site" in frame || "conversation" in frame || frame.type === "window"
            ? { site: scene.shop.site.id }
            : {}),
          ...("conversation" in frame && conversation === scene.ofDepartment ? { department: scene.department } : {}),
        };
        const isAllowed = may(actor, action, place);
        const what = `${role}, ${sites}, ${isMember ? "member" : "no member"}: ${type} ${JSON.stringify(place)}`;
        if (["accept", "end", "ban", "take-over"].includes(type)) {
          if (isAllowed) continue; // who may is seen elsewhere; here everybody must find the same chats
        }
        assert.equal(await isRefused(scene.shop, console.line, frames, frame), !isAllowed, what);
      }
    }
    console.line.stop();
  }
});

test("each route is open to the roles that it is for", async (t) => {
  const scene = await setScene(t);
  for (const role of ["owner", "administrator", "supervisor", "operator"] as const) {
    const account = await newOperator(scene, role, "all", true);
    for (const [route, action] of Object.entries(ROUTES)) {
      if (action === "anyone") continue;
      const [method = "", path = ""] = route.split(" ");
      if (method === "DELETE" && path === "/sessions") continue; // would sign them out
      const status = await statusOf(scene.shop, method, path.replaceAll(/:\w+/g, "nowhere-0"), account.cookie);
      const isAllowed = may(actorOf(account, scene, { role, sites: "all", isMember: true }), action);
      assert.equal(status === 403, !isAllowed, `${role}: ${route} answered ${status}`);
      assert.ok(status !== 401 && status < 500, `${role}: ${route} answered ${status}`);
      assert.equal(await statusOf(scene.shop, method, path.replaceAll(/:\w+/g, "nowhere-0")), 401, `nobody: ${route}`);
    }
  }
});

test("what is sent to everybody of a site and department is sent to nobody else", async (t) => {
  const scene = await setScene(t);
  const { shop } = scene;
  const ears = await Promise.all(
    WHO.filter(({ role }) => role !== "owner").map(async (who) => {
      const account = await newOperator(scene, who.role, who.sites, who.isMember);
      const frames: ToOperator[] = [];
      const console = shop.operator(account, { onFrame: (frame) => frames.push(frame) });
      await shop.until("the welcome", () => frames.some(({ type }) => type === "welcome"));
      return { who, frames, console, actor: actorOf(account, scene, who) };
    }),
  );
  for (const { who, frames, actor } of ears) {
    const welcome = frames.find((frame) => frame.type === "welcome");
    const heard = welcome?.conversations.map(({ id }) => id) ?? [];
    const what = JSON.stringify(who);
    assert.equal(heard.includes(scene.open), may(actor, "chat.see", { site: shop.site.id }), what);
    const place = { site: shop.site.id, department: scene.department };
    assert.equal(heard.includes(scene.ofDepartment), may(actor, "chat.see", place), what);
    assert.deepEqual(
      welcome?.sites.map(({ id }) => id).toSorted(),
      [shop.site.id, scene.other.id].filter((site) => may(actor, "site.see", { site })).toSorted(),
      what,
    );
  }
  const owner = shop.operator();
  await owner.line.ask({ type: "note", id: newId(), site: shop.site.id, visitor: scene.visitor, text: "Tall." });
  await owner.accept(scene.ofDepartment);
  for (const { who, frames, console, actor } of ears) {
    // Everything said to this window before the answer has come before it.
    await console.line.ask({ type: "status", id: newId(), status: "online" });
    const what = JSON.stringify(who);
    const notes = frames.filter(({ type }) => type === "note").length;
    assert.equal(notes, may(actor, "note.see", { site: shop.site.id }) ? 1 : 0, what);
    const accepted = frames.some((frame) => frame.type === "conversation" && frame.conversation.status === "open");
    const place = { site: shop.site.id, department: scene.department };
    assert.equal(accepted, may(actor, "chat.see", place), what);
  }
});

async function setScene(t: Parameters<typeof startShop>[0]): Promise<Scene> {
  const shop = await startShop(t, { config: { apiRequestsPerMinute: 100_000 } });
  const { cookie } = shop.owner;
  const other = (await (await shop.request("POST", "/sites", { name: "Other", origins: [] }, cookie)).json()) as Site;
  const queue = { rule: "off", mostChats: 4, answerMs: 30_000 };
  const made = await shop.request("POST", "/departments", { name: "Sales", sites: "all", queue }, cookie);
  await shop.request("POST", "/departments", { name: "Service", sites: "all", queue }, cookie);
  const { id: department } = (await made.json()) as { id: string };
  const owner = shop.operator();
  await shop.until("the owner's line", () => owner.line.state.kind === "online");
  const [first, second] = [shop.visitor(), shop.visitor()];
  const open = await first.line.ask({ type: "send", id: newId(), text: "Hello" });
  const ofDepartment = await second.line.ask({ type: "send", id: newId(), text: "Hello", department });
  const visitor = await shop.until("the visitor's number", () => first.visitor);
  return {
    shop,
    other,
    department,
    visitor,
    open: open.conversation ?? "",
    ofDepartment: ofDepartment.conversation ?? "",
  };
}

let people = 0;

async function newOperator(
  { shop, other, department }: Scene,
  role: Role,
  sites: Sites,
  isMember: boolean,
): Promise<Account> {
  people += 1;
  const account = await shop.addOperator(`colleague-${people}`, `Colleague ${people}`);
  const change = {
    name: account.me.name,
    role,
    sites: sites === "all" ? "all" : [sites === "own" ? shop.site.id : other.id],
    departments: isMember ? [department] : [],
  };
  await shop.request("PATCH", `/operators/${account.me.id}`, change, shop.owner.cookie);
  return account;
}

function actorOf(
  { me }: Account,
  { shop, other, department }: Scene,
  { role, sites, isMember }: { role: Role; sites: Sites; isMember: boolean },
): Actor {
  return {
    id: me.id,
    role,
    sites: sites === "all" ? "all" : [sites === "own" ? shop.site.id : other.id],
    departments: isMember ? [department] : [],
  };
}

function exampleFrames(): FromOperator[] {
  const text = readFileSync(`${root}protocol/examples/v1.json`, "utf8");
  return (JSON.parse(text) as { fromOperator: FromOperator[] }).fromOperator;
}

/** The example, under a new id, at the scene's site, visitor and chat. */
function placed(example: FromOperator, { shop, visitor }: Scene, conversation: string): FromOperator {
  const there = { id: newId(), site: shop.site.id, visitor, conversation };
  const own = Object.entries(there).filter(([field]) => field in example);
  const window = example.type === "window" ? { window: { ...example.window, site: shop.site.id } } : {};
  return { ...example, ...Object.fromEntries(own), ...window };
}

/** Whether it was refused as not allowed. What has no id of its own is followed by something that has. */
async function isRefused(
  shop: Shop,
  line: { ask(message: FromOperator & { id: string }): Promise<unknown>; tell(message: FromOperator): void },
  frames: ToOperator[],
  frame: FromOperator,
): Promise<boolean> {
  const before = frames.length;
  if ("id" in frame) {
    try {
      await line.ask(frame);
    } catch (error) {
      assert.ok(error instanceof Refused, String(error));
      if (error.code !== "not-allowed") return false;
      assert.match(error.message, /^[A-Z].+\.$/, "the refusal is a sentence");
      // The rules refuse what is not one's own chat in the same word; the table's sentences are its own.
      return /not one of yours|a department that you are not in|^Only (?:the owner|operators)/.test(error.message);
    }
    return false;
  }
  line.tell(frame);
  await line.ask({ type: "status", id: newId(), status: "online" });
  return frames.slice(before).some((one) => one.type === "refused" && one.code === "not-allowed");
}

async function statusOf(shop: Shop, method: string, path: string, cookie?: string): Promise<number> {
  const answer = await fetch(`${shop.url}/api/v1${path}`, {
    method,
    headers: { origin: shop.url, "content-type": "application/json", ...(cookie === undefined ? {} : { cookie }) },
    ...(method === "GET" || method === "DELETE" ? {} : { body: "{}" }),
  });
  await answer.body?.cancel();
  return answer.status;
}
