import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { Directory } from "./directory.ts";
import { ChatError } from "./error.ts";
import type { Arrival } from "./visitor.ts";

const GRACE_MS = 4_000;
const SITE = "shop";
const ADA = 10_001;

let now: number;
let directory: Directory;

beforeEach(() => {
  now = 1_800_000_000_000;
  const world = { now: () => now, newId: () => "unused" };
  directory = new Directory(world, { visitors: 3, tabsPerVisitor: 3, graceMs: GRACE_MS, pagesKept: 3 });
});

function arrival(with_: Partial<Arrival> = {}): Arrival {
  return {
    site: SITE,
    visitor: ADA,
    tab: "a",
    page: page("soap"),
    looking: true,
    address: "192.0.2.7",
    browser: "Firefox 145",
    device: "Desktop",
    language: "de-DE",
    timeZone: "Europe/Berlin",
    visits: 1,
    elapsedMs: 0,
    pages: 1,
    cameFrom: "",
    ...with_,
  };
}

function page(name: string) {
  return { url: `https://shop.example/${name}`, title: name };
}

/** What the list shows of Ada's place. */
function ada() {
  const row = directory.get(SITE, ADA);
  return row && { at: row.page.title, tabs: row.tabs, pages: row.pages };
}

function pass(ms: number) {
  now += ms;
  return directory.tick().gone.map(({ visitor }) => visitor);
}

describe("coming and going", () => {
  test("three tabs of one visitor are one row", () => {
    for (const tab of ["a", "b", "c"]) directory.arrive(arrival({ tab }));
    assert.equal(directory.count(SITE), 1);
    assert.deepEqual(ada(), { at: "soap", tabs: 3, pages: 1 });
    directory.leave(SITE, ADA, "a");
    directory.leave(SITE, ADA, "b");
    assert.deepEqual(pass(GRACE_MS), []);
    assert.equal(ada()?.tabs, 1);
  });

  test("a page change is not a leaving", () => {
    const { arrivedAt } = directory.arrive(arrival());
    directory.leave(SITE, ADA, "a");
    assert.deepEqual(ada(), { at: "soap", tabs: 0, pages: 1 });
    assert.deepEqual(pass(GRACE_MS - 1), []);
    directory.arrive(arrival({ page: page("tea") }));
    assert.deepEqual(pass(GRACE_MS), []);
    assert.deepEqual(ada(), { at: "tea", tabs: 1, pages: 2 });
    assert.equal(directory.get(SITE, ADA)?.arrivedAt, arrivedAt);
  });

  test("a visitor is gone when the grace after the last tab is over", () => {
    directory.arrive(arrival());
    directory.arrive(arrival({ tab: "b" }));
    directory.leave(SITE, ADA, "a");
    now += 1_000;
    directory.leave(SITE, ADA, "b");
    assert.deepEqual(pass(GRACE_MS - 1), []);
    assert.deepEqual(pass(1), [ADA]);
    assert.equal(directory.get(SITE, ADA), undefined);
    assert.equal(directory.size, 0);
    assert.deepEqual(directory.counts(SITE), { online: 0, invited: 0, requesting: 0, chatting: 0 });
    assert.deepEqual(pass(GRACE_MS), [], "told once");
  });

  test("the end of a page's line that comes after the next page's beginning closes nothing", () => {
    directory.arrive(arrival());
    directory.arrive(arrival({ page: page("tea") }));
    directory.leave(SITE, ADA, "a");
    assert.deepEqual(pass(GRACE_MS), []);
    assert.deepEqual(ada(), { at: "tea", tabs: 1, pages: 2 });
    directory.leave(SITE, ADA, "a");
    assert.deepEqual(pass(GRACE_MS), [ADA]);
  });

  test("a clock that was set back keeps nobody", () => {
    directory.arrive(arrival());
    directory.leave(SITE, ADA, "a");
    assert.deepEqual(pass(-3_600_000), [ADA]);
  });

  test("one visitor more than there is room for is turned away, and those who are here are not", () => {
    for (const visitor of [1, 2, 3]) directory.arrive(arrival({ visitor, site: `shop-${visitor}` }));
    const isOverloaded = (error: unknown) => error instanceof ChatError && error.code === "overloaded";
    assert.equal(directory.isFull, true);
    assert.throws(() => directory.arrive(arrival({ visitor: 4 })), isOverloaded);
    directory.arrive(arrival({ visitor: 3, site: "shop-3", tab: "b" }));
    directory.leave("shop-1", 1, "a");
    pass(GRACE_MS);
    assert.equal(directory.isFull, false);
    directory.arrive(arrival({ visitor: 4 }));
    assert.equal(directory.size, 3);
  });

  test("one tab more than there is room for takes the place of one that has left, or is turned away", () => {
    for (const tab of ["a", "b", "c"]) directory.arrive(arrival({ tab }));
    assert.throws(() => directory.arrive(arrival({ tab: "d" })), ChatError);
    directory.leave(SITE, ADA, "b");
    directory.arrive(arrival({ tab: "d" }));
    assert.equal(ada()?.tabs, 3);
    assert.deepEqual(pass(GRACE_MS), []);
    assert.equal(ada()?.tabs, 3);
  });

  test("word of somebody who is not here is ignored", () => {
    directory.move(SITE, ADA, "a", page("tea"));
    directory.look(SITE, ADA, "a", true);
    directory.leave(SITE, ADA, "a");
    directory.setState(SITE, ADA, { status: "online" });
    directory.rename(SITE, ADA, { name: "Ada" });
    directory.setHostName(SITE, ADA, "192.0.2.7", "host.example");
    directory.setChatted(SITE, ADA);
    assert.equal(directory.size, 0);
    assert.equal(directory.tabToShow(SITE, ADA), undefined);
  });

  test("the same number on two sites is two visitors", () => {
    directory.arrive(arrival());
    directory.arrive(arrival({ site: "other", page: page("wine") }));
    directory.setState("other", ADA, { status: "chatting", conversation: "c", operator: "Mo" });
    assert.equal(ada()?.at, "soap");
    assert.equal(directory.counts(SITE).online, 1);
    assert.equal(directory.counts("other").chatting, 1);
  });
});

describe("location", () => {
  test("it is where the visitor looked last", () => {
    directory.arrive(arrival({ page: page("soap") }));
    directory.arrive(arrival({ tab: "b", page: page("tea"), looking: false }));
    assert.equal(ada()?.at, "soap", "a tab opened in the background");
    directory.look(SITE, ADA, "a", false);
    directory.look(SITE, ADA, "b", true);
    assert.equal(ada()?.at, "tea");
    assert.equal(directory.tabToShow(SITE, ADA), "b");
    directory.look(SITE, ADA, "b", false);
    assert.equal(ada()?.at, "tea", "nothing is looked at");
    directory.move(SITE, ADA, "a", page("wine"));
    assert.equal(ada()?.at, "tea", "a tab in the background moves by itself");
    directory.look(SITE, ADA, "a", true);
    assert.equal(ada()?.at, "wine");
  });

  test("of two windows side by side it is the one that moved last, and the other when that one is hidden", () => {
    directory.arrive(arrival({ page: page("soap") }));
    directory.arrive(arrival({ tab: "b", page: page("tea") }));
    assert.equal(ada()?.at, "tea");
    directory.move(SITE, ADA, "a", page("wine"));
    assert.equal(ada()?.at, "wine");
    directory.leave(SITE, ADA, "b");
    directory.arrive(arrival({ tab: "b", page: page("bread") }));
    assert.equal(ada()?.at, "bread");
    directory.look(SITE, ADA, "b", false);
    assert.equal(ada()?.at, "wine");
  });

  test("it does not jump to another tab during a page change, but does when the tab stays away", () => {
    directory.arrive(arrival({ tab: "b", page: page("tea"), looking: false }));
    directory.arrive(arrival({ page: page("soap") }));
    directory.leave(SITE, ADA, "a");
    assert.equal(ada()?.at, "soap");
    assert.equal(directory.tabToShow(SITE, ADA), "b", "nothing can be shown in a tab that has left");
    directory.arrive(arrival({ page: page("wine") }));
    assert.equal(ada()?.at, "wine");
    directory.leave(SITE, ADA, "a");
    assert.deepEqual(pass(GRACE_MS), []);
    assert.deepEqual(ada(), { at: "tea", tabs: 1, pages: 3 });
  });

  test("since when is that tab's own time, and a new title does not change it", () => {
    const start = now;
    directory.arrive(arrival());
    now += 1_000;
    directory.arrive(arrival({ tab: "b", page: page("tea") }));
    assert.equal(directory.get(SITE, ADA)?.pageAt, start + 1_000);
    directory.look(SITE, ADA, "b", false);
    now += 1_000;
    directory.move(SITE, ADA, "a", { ...page("soap"), title: "Soap (2 left)" });
    assert.equal(ada()?.at, "Soap (2 left)");
    assert.equal(directory.get(SITE, ADA)?.pageAt, start);
  });

  test("pages are counted by their address", () => {
    directory.arrive(arrival({ pages: 5 }));
    directory.move(SITE, ADA, "a", { ...page("soap"), title: "another title" });
    assert.equal(ada()?.pages, 5);
    directory.move(SITE, ADA, "a", page("tea"));
    assert.equal(ada()?.pages, 6);
    directory.leave(SITE, ADA, "a");
    directory.arrive(arrival({ page: page("tea") }));
    assert.equal(ada()?.pages, 6, "a reload");
    directory.arrive(arrival({ tab: "b", page: page("wine"), looking: false }));
    assert.equal(ada()?.pages, 7);
  });
});

describe("what is known of a visitor", () => {
  test("the visit goes on where the widget remembers it, after a restart of the server", () => {
    const row = directory.arrive(
      arrival({ elapsedMs: 60_000, pages: 4, visits: 2, cameFrom: "https://search.example/" }),
    );
    assert.equal(row.arrivedAt, now - 60_000);
    assert.deepEqual([row.pages, row.visits, row.cameFrom], [4, 2, "https://search.example/"]);
  });

  test("a status brings its own fields and takes away those of the one before", () => {
    directory.arrive(arrival());
    const state = () => {
      const { status, requestedAt, conversation, operator, invitation } = directory.get(SITE, ADA) ?? {};
      return { status, requestedAt, conversation, operator, invitation };
    };
    const none = { requestedAt: undefined, conversation: undefined, operator: undefined, invitation: undefined };
    const invited = { status: "invited", operator: "Mo", invitation: "sent" } as const;
    directory.setState(SITE, ADA, invited);
    assert.deepEqual(state(), { ...none, ...invited });
    const requesting = { status: "requesting", conversation: "c", requestedAt: now } as const;
    directory.setState(SITE, ADA, requesting);
    assert.deepEqual(state(), { ...none, ...requesting });
    const chatting = { status: "chatting", conversation: "c", operator: "Mo" } as const;
    directory.setState(SITE, ADA, chatting);
    assert.deepEqual(state(), { ...none, ...chatting });
    directory.move(SITE, ADA, "a", page("tea"));
    assert.deepEqual(state(), { ...none, ...chatting }, "it goes along to the next page");
    directory.setState(SITE, ADA, { status: "online" });
    assert.deepEqual(state(), { ...none, status: "online" });
  });

  test("whom a request was offered to is not shown any more when it waits again", () => {
    directory.arrive(arrival());
    const waits = { status: "requesting", conversation: "c", requestedAt: 1 } as const;
    directory.setState(SITE, ADA, { ...waits, operator: "Mo" });
    assert.equal(directory.get(SITE, ADA)?.operator, "Mo");
    directory.setState(SITE, ADA, waits);
    assert.equal(directory.get(SITE, ADA)?.operator, undefined);
  });

  test("the counters tell since when the longest-waiting request waits", () => {
    for (const visitor of [1, 2, 3]) directory.arrive(arrival({ visitor }));
    const request = (visitor: number, requestedAt: number) =>
      directory.setState(SITE, visitor, { status: "requesting", conversation: `c${visitor}`, requestedAt });
    request(1, now + 2);
    request(2, now + 1);
    request(3, now + 3);
    assert.deepEqual(directory.counts(SITE), {
      online: 0,
      invited: 0,
      requesting: 3,
      chatting: 0,
      waitingSince: now + 1,
    });
    directory.setState(SITE, 2, { status: "chatting", conversation: "c2", operator: "Mo" });
    assert.equal(directory.counts(SITE).waitingSince, now + 2);
    directory.leave(SITE, 1, "a");
    pass(GRACE_MS);
    assert.equal(directory.counts(SITE).waitingSince, now - GRACE_MS + 3);
  });

  test("a host name that was looked up for an earlier address is not taken", () => {
    directory.arrive(arrival());
    directory.setHostName(SITE, ADA, "192.0.2.7", "home.example");
    assert.equal(directory.get(SITE, ADA)?.hostName, "home.example");
    directory.arrive(arrival({ address: "198.51.100.9", country: "AT" }));
    assert.equal(directory.get(SITE, ADA)?.hostName, undefined);
    assert.equal(directory.get(SITE, ADA)?.country, "AT");
    directory.setHostName(SITE, ADA, "192.0.2.7", "home.example");
    assert.equal(directory.get(SITE, ADA)?.hostName, undefined);
  });

  test("a name once given stays when the next page does not tell it", () => {
    directory.arrive(arrival());
    directory.rename(SITE, ADA, { name: "Ada", email: "ada@mail.example" });
    directory.arrive(arrival({ page: page("tea") }));
    assert.equal(directory.get(SITE, ADA)?.name, "Ada");
    assert.equal(directory.get(SITE, ADA)?.email, "ada@mail.example");
    directory.arrive(arrival({ name: "Ada Lovelace" }));
    assert.equal(directory.get(SITE, ADA)?.name, "Ada Lovelace");
  });

  test("a row is another object after a change, and the same when nothing has changed", () => {
    const before = directory.arrive(arrival());
    const copy = { ...before };
    directory.look(SITE, ADA, "a", true);
    directory.move(SITE, ADA, "a", page("soap"));
    directory.setState(SITE, ADA, { status: "online" });
    directory.arrive(arrival());
    assert.equal(directory.get(SITE, ADA), before);
    directory.arrive(arrival({ tab: "b", looking: false }));
    const withTwo = directory.get(SITE, ADA);
    directory.look(SITE, ADA, "b", true);
    assert.equal(directory.get(SITE, ADA), withTwo, "the other tab is on the same page, since the same time");
    directory.move(SITE, ADA, "a", page("tea"));
    assert.notEqual(directory.get(SITE, ADA), before);
    assert.deepEqual({ ...before }, copy);
  });
});
