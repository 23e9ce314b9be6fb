import type { TestContext } from "node:test";
import type { ChatBounds } from "../../chat/bounds.ts";
import { Conversations } from "../../chat/conversations.ts";
import { Corrections } from "../../chat/corrections.ts";
import { Directory } from "../../chat/directory.ts";
import type { Announcement } from "../../chat/event.ts";
import { Invitations } from "../../chat/invitations.ts";
import { Notes } from "../../chat/notes.ts";
import { Takes } from "../../chat/takes.ts";
import { Viewers } from "../../chat/viewers.ts";
import type { Arrival } from "../../chat/visitor.ts";
import { NO_QUEUE } from "../../chat/queue-rule.ts";
import { Queue } from "../../chat/queue.ts";
import { LocalBus } from "../../server/bus/local.ts";
import { openSqliteStore } from "../../server/store/sqlite.ts";

export const SITE = "site-1";
export const MAYA = { id: "operator-maya", name: "Maya Okafor" };
export const PRIYA = { id: "operator-priya", name: "Priya Rao" };

const BOUNDS: ChatBounds = {
  textLength: 200,
  editMs: 600_000,
  invitationMs: 60_000,
  unansweredOffers: 3,
  operatorGraceMs: 8_000,
  missAfterGoneMs: 60_000,
  endAfterGoneMs: 900_000,
  releaseAfterGoneMs: 180_000,
  messagesPerPage: 5,
  remarkLength: 20,
  remarksPerOperator: 3,
  preferenceLength: 1_000,
  preferencesPerOperator: 10,
  urlLength: 60,
  cannedItems: 3,
  ownWords: 3,
  dictionaries: 2,
  dictionaryBytes: 100,
  sounds: 2,
  soundBytes: 9,
  talksPerOperator: 3,
  historyPage: 3,
  exportsAtOnce: 1,
  rememberedPerVisitor: 10,
};

/** The rules with a real store in memory, a real bus, and a clock and ids that the test moves. */
export async function startRules(t: TestContext) {
  const world = {
    time: 1_700_000_000_000,
    ids: 0,
    now: () => world.time,
    newId: () => `made-id-${(world.ids += 1)}`,
  };
  const store = await openSqliteStore({ file: ":memory:" });
  t.after(() => store.close());
  const bus = new LocalBus();
  const said: Announcement[] = [];
  bus.listen((announcement) => said.push(announcement));
  const directory = new Directory(world, { visitors: 100, tabsPerVisitor: 5, graceMs: 4_000, pagesKept: 5 });
  const staff = { online: true };
  const bounds = { ...BOUNDS };
  const availability = { isOnline: () => staff.online, departmentFor: (_: string, wished?: string) => wished };
  const conversations = new Conversations({ world, store, bus, bounds, availability });
  const takes = new Takes({
    world,
    store,
    bounds,
    conversations,
    status: () => (staff.online ? "online" : "offline"),
  });
  const corrections = new Corrections({ world, store, bounds, conversations });
  const viewers = new Viewers(bus);
  const queue = new Queue({
    world,
    bus,
    live: conversations.live,
    ruleFor: () => NO_QUEUE,
    staffFor: () => [],
    unansweredOffers: 3,
  });
  const invitations = new Invitations({ world, bus, bounds, directory, conversations, queue });
  const notes = new Notes({ world, store, bus, bounds });
  await store.addSite({ id: SITE, key: "key-of-site-1", name: "Northwind", origins: [], createdAt: world.time });
  return {
    world,
    store,
    bus,
    bounds,
    directory,
    staff,
    conversations,
    takes,
    corrections,
    viewers,
    invitations,
    notes,
    async announced(): Promise<Announcement[]> {
      await new Promise(setImmediate);
      return said.splice(0);
    },
    arrive(visitor: number): void {
      directory.arrive(arrival(visitor));
    },
  };
}

function arrival(visitor: number): Arrival {
  return {
    site: SITE,
    visitor,
    tab: `tab-of-${visitor}`,
    looking: true,
    address: "192.0.2.1",
    browser: "Firefox",
    device: "Desktop",
    page: {
      url: "https://shop.example/",
      title: "Home",
    },
    language: "en",
    timeZone: "Europe/Berlin",
    visits: 1,
    elapsedMs: 0,
    pages: 1,
    cameFrom: "",
  };
}
