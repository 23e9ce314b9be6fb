import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { Directory } from "./directory.ts";
import { View, type ViewWindow } from "./view.ts";
import type { VisitorState } from "./visitor.ts";

const SITE = "shop";
const ALL: ViewWindow = {
  site: SITE,
  filter: { text: "", statuses: [] },
  sort: { by: "visitor", descending: false },
  first: 0,
  count: 3,
};

let now: number;
let directory: Directory;

beforeEach(() => {
  now = 1_800_000_000_000;
  const world = { now: () => now, newId: () => "unused" };
  directory = new Directory(world, { visitors: 1_000, tabsPerVisitor: 3, graceMs: 4_000, pagesKept: 5 });
});

function come(visitor: number, title = "Soap", site = SITE) {
  return directory.arrive({
    site,
    visitor,
    tab: "a",
    page: { url: "https://shop.example/", title },
    looking: true,
    name: `Name ${visitor}`,
    address: "192.0.2.7",
    browser: "Firefox 145",
    device: "Desktop",
    language: "de-DE",
    timeZone: "Europe/Berlin",
    visits: 1,
    elapsedMs: 0,
    pages: 1,
    cameFrom: "",
  });
}

function go(visitor: number) {
  directory.leave(SITE, visitor, "a");
  now += 4_000;
  directory.tick();
}

function move(visitor: number, title: string) {
  directory.move(SITE, visitor, "a", { url: `https://shop.example/${title}`, title });
}

function request(visitor: number, requestedAt: number) {
  directory.setState(SITE, visitor, { status: "requesting", conversation: `c${visitor}`, requestedAt });
}

/** The next frame, its rows as numbers. */
function next(view: View) {
  const frame = view.frame();
  if (frame === undefined) return undefined;
  const { fresh, total, order, rows, moved } = frame;
  return { fresh, total, order, rows: [...rows, ...moved].map(({ visitor }) => visitor) };
}

describe("frames", () => {
  test("the first frame is the whole window, and the next one only what has changed in it", () => {
    for (const visitor of [4, 2, 1, 3]) come(visitor);
    const view = new View(directory, ALL);
    assert.deepEqual(next(view), { fresh: true, total: 4, order: [1, 2, 3], rows: [1, 2, 3] });
    move(2, "Tea");
    move(2, "Wine");
    assert.deepEqual(next(view), { fresh: false, total: 4, order: undefined, rows: [2] });
    assert.equal(next(view), undefined, "nothing has happened");
    go(1);
    assert.deepEqual(next(view), { fresh: false, total: 3, order: [2, 3, 4], rows: [4] });
  });

  test("of a visitor who has only gone to another page it is said so; whatever else changes makes the row new", () => {
    come(1);
    const view = new View(directory, ALL);
    view.frame();
    const told = () => {
      const { rows = [], moved = [] } = view.frame() ?? {};
      return { rows: rows.length, moved: moved.length };
    };
    move(1, "Tea");
    assert.deepEqual(told(), { rows: 0, moved: 1 });
    move(1, "Wine");
    directory.rename(SITE, 1, { name: "Ada" });
    assert.deepEqual(told(), { rows: 1, moved: 0 });
    move(1, "Tea");
    request(1, now);
    assert.deepEqual(told(), { rows: 1, moved: 0 });
    move(1, "Wine");
    view.repeat(1);
    assert.deepEqual(told(), { rows: 1, moved: 0 });
  });

  test("who comes to have seen as many pages stands behind those who have, whichever way the list is sorted", () => {
    for (const visitor of [1, 2, 3, 4]) come(visitor);
    const view = (descending: boolean) => new View(directory, { ...ALL, sort: { by: "pages", descending }, count: 4 });
    const [most, fewest] = [view(true), view(false)];
    for (const visitor of [3, 1, 4]) {
      now += 1;
      move(visitor, "Tea");
    }
    assert.deepEqual(most.frame()?.order, [3, 1, 4, 2]);
    assert.deepEqual(fewest.frame()?.order, [2, 3, 1, 4]);
    now += 1;
    move(3, "Wine");
    const { order, moved } = most.frame() ?? {};
    assert.deepEqual([order, moved?.length], [undefined, 1], "the first has gone on and is the first");
  });

  test("what changes outside the window makes no frame", () => {
    for (const visitor of [1, 2, 3, 4, 5]) come(visitor);
    const view = new View(directory, ALL);
    next(view);
    move(4, "Tea");
    assert.equal(next(view), undefined);
    come(6);
    assert.deepEqual(next(view), { fresh: false, total: 6, order: undefined, rows: [] }, "but the counters do");
  });

  test("a row that is to be repeated comes once more, if it is in the window", () => {
    for (const visitor of [1, 2, 3, 4]) come(visitor);
    const view = new View(directory, ALL);
    next(view);
    view.repeat(2);
    view.repeat(4);
    assert.deepEqual(next(view), { fresh: false, total: 4, order: undefined, rows: [2] });
    assert.equal(next(view), undefined);
  });

  test("visitors named by a filter pass its text, in no other view, whoever comes and goes", () => {
    for (const visitor of [1, 2, 3]) come(visitor);
    const text = { text: "tea", statuses: [] };
    const mine = new View(directory, { ...ALL, filter: { ...text, also: [2, 4] } });
    const hers = new View(directory, { ...ALL, filter: text });
    assert.deepEqual([next(mine)?.order, next(hers)?.order], [[2], []]);
    come(4);
    move(1, "Tea");
    move(2, "Tea");
    assert.deepEqual(
      [next(mine)?.order, next(hers)?.order],
      [
        [1, 2, 4],
        [1, 2],
      ],
    );
    move(2, "Wine");
    go(4);
    assert.deepEqual([next(mine)?.order, next(hers)?.order], [[1, 2], [1]]);
  });

  test("an empty list is a frame too", () => {
    const view = new View(directory, ALL);
    assert.deepEqual(next(view), { fresh: true, total: 0, order: [], rows: [] });
    assert.equal(next(view), undefined);
  });

  test("somebody who goes and comes back between two frames is shown anew", () => {
    come(1);
    const view = new View(directory, ALL);
    next(view);
    go(1);
    come(1);
    assert.deepEqual(next(view), { fresh: false, total: 1, order: undefined, rows: [1] });
  });

  test("another window is told from the beginning, also when only its place is another", () => {
    for (const visitor of [1, 2, 3, 4, 5]) come(visitor);
    come(1, "Wine", "other");
    const view = new View(directory, ALL);
    next(view);
    view.change({ ...ALL, first: 2 });
    assert.deepEqual(next(view), { fresh: true, total: 5, order: [3, 4, 5], rows: [3, 4, 5] });
    view.change({ ...ALL, sort: { by: "visitor", descending: true } });
    assert.deepEqual(next(view), { fresh: true, total: 5, order: [5, 4, 3], rows: [5, 4, 3] });
    view.change({ ...ALL, site: "other" });
    assert.deepEqual(next(view), { fresh: true, total: 1, order: [1], rows: [1] });
    view.change({ ...ALL, first: 100 });
    assert.deepEqual(next(view), { fresh: true, total: 5, order: [], rows: [] });
  });

  test("a view goes on when another with the same filter and sort is closed", () => {
    come(1);
    const view = new View(directory, ALL);
    const other = new View(directory, { ...ALL, first: 1 });
    next(view);
    other.close();
    move(1, "Tea");
    assert.deepEqual(next(view)?.rows, [1]);
    view.change(ALL);
    move(1, "Wine");
    next(view);
    move(1, "Cheese");
    assert.deepEqual(next(view)?.rows, [1]);
  });

  test("what is kept in order for views is shared by those with the same filter and sort, and let go of by the last", () => {
    const site = directory.site(SITE);
    const index = site.hold({ text: "Tea", statuses: ["online", "invited"] }, ALL.sort);
    assert.equal(site.hold({ text: "tea", statuses: ["invited", "online"] }, ALL.sort), index);
    assert.notEqual(site.hold({ text: "tea", statuses: ["invited"] }, ALL.sort), index);
    const letGo = () => site.letGo({ text: "TEA", statuses: ["online", "invited"] }, ALL.sort);
    letGo();
    assert.equal(site.hold({ text: "tea", statuses: ["online", "invited"] }, ALL.sort), index);
    letGo();
    letGo();
    assert.notEqual(site.hold({ text: "tea", statuses: ["online", "invited"] }, ALL.sort), index);
  });
});

describe("order", () => {
  test("requests stand first, the longest waiting on top, whatever the sort", () => {
    for (const visitor of [1, 2, 3, 4, 5]) come(visitor, `Page ${visitor}`);
    request(2, now + 2);
    request(4, now + 1);
    request(3, now + 2);
    for (const descending of [false, true]) {
      const view = new View(directory, { ...ALL, sort: { by: "location", descending }, count: 9 });
      assert.deepEqual(next(view)?.order, descending ? [4, 2, 3, 5, 1] : [4, 2, 3, 1, 5]);
      view.change({ ...ALL, sort: { by: "location", descending }, first: 2, count: 2 });
      assert.deepEqual(next(view)?.order, descending ? [3, 5] : [3, 1]);
    }
  });

  test("equals stand in the order of their numbers in either direction", () => {
    for (const visitor of [3, 1, 2]) come(visitor);
    for (const descending of [false, true]) {
      assert.deepEqual(next(new View(directory, { ...ALL, sort: { by: "browser", descending } }))?.order, [1, 2, 3]);
    }
  });

  test("a change of another column moves nobody", () => {
    for (const visitor of [1, 2, 3]) come(visitor, `Page ${visitor}`);
    const view = new View(directory, { ...ALL, sort: { by: "location", descending: false } });
    next(view);
    directory.rename(SITE, 1, { name: "Ada" });
    assert.deepEqual(next(view), { fresh: false, total: 3, order: undefined, rows: [1] });
    move(1, "Page 9");
    assert.deepEqual(next(view), { fresh: false, total: 3, order: [2, 3, 1], rows: [1] });
  });
});

describe("filter", () => {
  test("its text is found in any column, whatever the case", () => {
    come(10_001, "Über uns");
    come(10_002, "Tea");
    directory.setHostName(SITE, 10_001, "192.0.2.7", "home.example");
    directory.setState(SITE, 10_001, { status: "chatting", conversation: "c", operator: "Mo" });
    const found = (text: string) => next(new View(directory, { ...ALL, filter: { text, statuses: [] } }))?.order;
    for (const text of ["ÜBER", "name 10001", "#10001", "HOME.example", "mo"])
      assert.deepEqual(found(text), [10_001], text);
    for (const text of ["192.0.2", "firefox", "desktop", "#1000", "https://shop"]) {
      assert.deepEqual(found(text), [10_001, 10_002], text);
    }
    assert.deepEqual(found("nothing like it"), []);
  });

  test("who begins or ceases to pass comes and goes", () => {
    for (const visitor of [1, 2]) come(visitor, "Soap");
    const view = new View(directory, { ...ALL, filter: { text: "tea", statuses: ["online", "invited"] } });
    next(view);
    move(2, "Green tea");
    assert.deepEqual(next(view), { fresh: false, total: 1, order: [2], rows: [2] });
    const invited: VisitorState = { status: "invited", operator: "Mo", invitation: "sent" };
    directory.setState(SITE, 2, invited);
    assert.deepEqual(next(view)?.rows, [2]);
    request(2, now);
    assert.deepEqual(next(view), { fresh: false, total: 0, order: [], rows: [] });
    directory.setState(SITE, 2, { status: "online" });
    assert.deepEqual(next(view)?.order, [2]);
    move(2, "Soap");
    assert.deepEqual(next(view)?.order, []);
  });

  test("those who came in the same millisecond all pass, and all go, when their time has come", () => {
    const view = new View(directory, {
      ...ALL,
      filter: {
        ...ALL.filter,
        where: [
          { if: "here-for", minutes: 1 },
          { if: "here-for", minutes: 2, not: true },
        ],
      },
    });
    for (const visitor of [1, 2, 3]) come(visitor);
    assert.equal(view.frame()?.total, 0);
    now += 60_000;
    assert.equal(view.frame()?.total, 3);
    now += 60_000;
    assert.equal(view.frame()?.total, 0);
  });

  test("the counters are the site's, whatever the filter", () => {
    for (const visitor of [1, 2]) come(visitor);
    request(2, now);
    const view = new View(directory, { ...ALL, filter: { text: "nothing like it", statuses: [] } });
    const frame = view.frame();
    assert.deepEqual(frame?.counts, { online: 1, invited: 0, requesting: 1, chatting: 0, waitingSince: now });
    assert.equal(frame?.total, 0);
  });
});
