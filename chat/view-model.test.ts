// Whatever happens to the directory, what the frames have built up on a console is what a plain filter, sort and slice gives.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Directory } from "./directory.ts";
import type { SortColumn } from "./row-order.ts";
import { FilterCounts } from "./filter-counts.ts";
import type { Condition } from "./row-condition.ts";
import { View, type ViewFrame, type ViewWindow } from "./view.ts";
import type { Arrival, Visitor, VisitorState, VisitorStatus } from "./visitor.ts";

type Row = Readonly<Visitor>;

const SITES = ["shop", "other"];
const STATUSES: VisitorStatus[] = ["online", "invited", "requesting", "chatting"];
const COLUMNS: SortColumn[] = [
  ...(["visitor", "status", "address", "location", "arrived", "pages"] as const),
  ...(["cameFrom", "operator", "country", "browser", "device"] as const),
  ...(["language", "visits", "campaign"] as const),
];

const site = fc.constantFrom(...SITES);
const who = { site, visitor: fc.integer({ min: 1, max: 40 }), tab: fc.constantFrom("a", "b", "c") };
const page = fc.record({
  url: fc.constantFrom("https://shop.example/", "https://shop.example/tea", "https://shop.example/TEA"),
  title: fc.constantFrom("", "Tea", "tea", "Soap"),
});
const arrival: fc.Arbitrary<Arrival> = fc.record(
  {
    ...who,
    page,
    looking: fc.boolean(),
    name: fc.constantFrom("Ada", "Bo"),
    email: fc.constant("ada@mail.example"),
    address: fc.constantFrom("192.0.2.7", "10.0.0.1", "9.0.0.1"),
    country: fc.constantFrom("AT", "DE"),
    countryGuessed: fc.boolean(),
    browser: fc.constantFrom("Firefox 145", "chrome 142", "Chrome 142"),
    device: fc.constantFrom("Desktop", "Phone"),
    language: fc.constant("de"),
    timeZone: fc.constant("Europe/Berlin"),
    visits: fc.integer({ min: 1, max: 3 }),
    elapsedMs: fc.integer({ min: 0, max: 200_000 }),
    campaign: fc.constantFrom("utm_source=News", "gclid=1"),
    attributes: fc.constantFrom({ plan: "Gold tea" }, { plan: "" }),
    pages: fc.integer({ min: 1, max: 4 }),
    cameFrom: fc.constantFrom("", "https://search.example/"),
  },
  {
    requiredKeys: [
      ...(["site", "visitor", "tab", "page", "looking", "address", "browser", "device", "language"] as const),
      ...(["timeZone", "visits", "elapsedMs", "pages", "cameFrom"] as const),
    ],
  },
);
const state: fc.Arbitrary<VisitorState> = fc.oneof(
  fc.constant({ status: "online" } as const),
  fc.record({
    status: fc.constant("invited" as const),
    operator: fc.constantFrom("Mo", "al"),
    invitation: fc.constantFrom("sent", "shown"),
  }),
  fc.record(
    {
      status: fc.constant("requesting" as const),
      conversation: fc.constantFrom("c", "d"),
      requestedAt: fc.integer({ min: 1, max: 5 }),
      operator: fc.constantFrom("Mo", "al"),
    },
    { requiredKeys: ["status", "conversation", "requestedAt"] },
  ),
  fc.record({
    status: fc.constant("chatting" as const),
    conversation: fc.constant("c"),
    operator: fc.constantFrom("Mo", "al"),
  }),
);
const not = { not: fc.boolean() };
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ if: fc.constantFrom("page", "came-from", "campaign"), has: fc.constantFrom("tea", "NEWS", "h"), ...not }),
  fc.record({
    if: fc.constant("attribute" as const),
    name: fc.constant("plan"),
    has: fc.constantFrom("gold", ""),
    ...not,
  }),
  fc.record({ if: fc.constantFrom("browser", "device"), has: fc.constantFrom("chrome", "Desk"), ...not }),
  fc.record({ if: fc.constant("country" as const), of: fc.uniqueArray(fc.constantFrom("AT", "DE", "US")), ...not }),
  fc.record({ if: fc.constantFrom("pages", "visits"), least: fc.integer({ min: 1, max: 4 }), ...not }),
  fc.record({ if: fc.constant("here-for" as const), minutes: fc.integer({ min: 0, max: 3 }), ...not }),
  fc.record({ if: fc.constant("chatted" as const), ...not }),
);
const window: fc.Arbitrary<ViewWindow> = fc.record({
  site: fc.oneof({ weight: 4, arbitrary: fc.constant("shop") }, site),
  filter: fc.record({
    text: fc.oneof(fc.constant(""), fc.constantFrom("TEA", "#1", "chrome", "mo", "ada", "at", "10.0", "search")),
    statuses: fc.oneof(fc.constant<VisitorStatus[]>([]), fc.uniqueArray(fc.constantFrom(...STATUSES))),
    where: fc.oneof(fc.constant([]), fc.array(condition, { maxLength: 3 })),
  }),
  sort: fc.record({ by: fc.constantFrom(...COLUMNS), descending: fc.boolean() }),
  first: fc.integer({ min: 0, max: 20 }),
  count: fc.integer({ min: 0, max: 20 }),
});
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("arrive" as const), arrival }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("move" as const), ...who, page }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("look" as const), ...who, looking: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("leave" as const), ...who }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("state" as const), ...who, state }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("rename" as const), ...who, name: fc.constantFrom("Ada", "Cy") }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("host" as const),
      ...who,
      hostName: fc.constantFrom("tea.example", "b.example"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("chatted" as const), ...who }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("pass" as const), ms: fc.integer({ min: 0, max: 60_000 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("count" as const), windows: fc.array(window, { maxLength: 4 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("change" as const), view: fc.nat({ max: 3 }), window }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reopen" as const), view: fc.nat({ max: 3 }), window }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("frames" as const) }) },
);

/** What an operator's screen makes of the frames. The rows are copied: one that changed without a frame would not be told. */
class Screen {
  view: View;
  window: ViewWindow;
  rows = new Map<number, Row>();
  /** The same rows as they were given, to see that none is given twice. */
  given = new Map<number, Row>();
  order: number[] = [];
  last: ViewFrame | undefined;

  constructor(directory: Directory, window_: ViewWindow) {
    this.view = new View(directory, window_);
    this.window = window_;
  }

  tick(directory: Directory, now: number) {
    const frame = this.view.frame();
    if (frame !== undefined) this.#apply(frame);
    const expected = wanted(directory, this.window, now);
    const { first, count } = this.window;
    assert.deepEqual(
      this.order.map((visitor) => this.rows.get(visitor)),
      expected.slice(first, first + count).map((row) => ({ ...row })),
    );
    assert.equal(this.last?.total, expected.length);
    assert.deepEqual(this.last?.counts, recount(directory, this.window.site));
    assert.equal(this.view.frame(), undefined, "a second frame at once has nothing to tell");
  }

  #apply(frame: ViewFrame) {
    if (frame.fresh) {
      assert.ok(frame.order);
      this.rows.clear();
      this.given.clear();
    }
    for (const row of frame.rows) {
      assert.notEqual(row, this.given.get(row.visitor), "a row that the screen has already");
      this.given.set(row.visitor, row);
      this.rows.set(row.visitor, { ...row });
    }
    for (const row of frame.moved) {
      const before = this.rows.get(row.visitor);
      assert.ok(before, "a row that the screen has");
      assert.notEqual(row, this.given.get(row.visitor), "a row that the screen has already");
      this.given.set(row.visitor, row);
      const { page, pageAt, pages, tabs } = row;
      this.rows.set(row.visitor, { ...before, page, pageAt, pages, tabs });
    }
    if (frame.order) this.order = frame.order;
    for (const visitor of this.rows.keys()) {
      if (this.order.includes(visitor)) continue;
      this.rows.delete(visitor);
      this.given.delete(visitor);
    }
    this.last = frame;
  }
}

function wanted(directory: Directory, { site: of, filter, sort }: ViewWindow, now: number): Row[] {
  const text = filter.text.toLowerCase();
  const passes = (row: Row) => {
    const columns = [
      row.name,
      `#${row.visitor}`,
      row.address,
      row.hostName,
      row.page.url,
      row.page.title,
      row.cameFrom,
    ];
    columns.push(row.browser, row.device, row.country, row.operator, ...Object.values(row.attributes ?? {}));
    const isFound = columns.some((column) => column?.toLowerCase().includes(text) ?? false);
    if (!(filter.where ?? []).every((it) => holds(it, row, now))) return false;
    return isFound && (filter.statuses.length === 0 || filter.statuses.includes(row.status));
  };
  return [...directory.visitors(of)].filter(passes).sort((a, b) => {
    if (a.status === "requesting" || b.status === "requesting") {
      return (a.requestedAt ?? Infinity) - (b.requestedAt ?? Infinity) || a.visitor - b.visitor;
    }
    return compare(a, b, sort.by, sort.descending ? -1 : 1) || a.visitor - b.visitor;
  });
}

function holds(it: Condition, row: Row, now: number): boolean {
  const has = (text: string) => "has" in it && text.toLowerCase().includes(it.has.toLowerCase());
  const plain = () => {
    if (it.if === "page") return has(row.page.url) || has(row.page.title);
    if (it.if === "came-from") return has(row.cameFrom);
    if (it.if === "attribute") return has(row.attributes?.[it.name] ?? "") && row.attributes?.[it.name] !== undefined;
    if (it.if === "campaign") return has(row.campaign ?? "");
    if (it.if === "country") return row.country !== undefined && it.of.includes(row.country);
    if (it.if === "chatted") return row.chatted === true;
    if (it.if === "here-for") return now - row.arrivedAt >= it.minutes * 60_000;
    return "least" in it ? row[it.if] >= it.least : has(row[it.if]);
  };
  return plain() !== it.not;
}

function compare(a: Row, b: Row, by: SortColumn, direction: number): number {
  const text = (x: string | undefined, y: string | undefined) => {
    if (!x || !y) return Number(!x) - Number(!y); // blanks last in either direction
    const [p, q] = [x.toLowerCase(), y.toLowerCase()];
    return p === q ? 0 : p < q ? -direction : direction;
  };
  const order = ["requesting", "chatting", "invited", "online"];
  const octets = (row: Row) => row.address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
  switch (by) {
    case "visitor":
      return (a.visitor - b.visitor) * direction;
    case "status":
      return (order.indexOf(a.status) - order.indexOf(b.status)) * direction;
    case "address":
      return (octets(a) - octets(b)) * direction;
    case "location":
      return (
        text(a.page.title, b.page.title) ||
        (a.page.url === b.page.url ? 0 : a.page.url < b.page.url ? -direction : direction)
      );
    case "arrived":
      return (a.arrivedAt - b.arrivedAt) * direction;
    case "pages":
      return (a.pages - b.pages) * direction || a.pageAt - b.pageAt;
    case "visits":
      return (a.visits - b.visits) * direction;
    case "cameFrom":
    case "operator":
    case "country":
    case "browser":
    case "device":
    case "language":
    case "campaign":
      return text(a[by], b[by]);
  }
}

function recount(directory: Directory, of: string) {
  const rows = [...directory.visitors(of)];
  const [online, invited, requesting, chatting] = STATUSES.map(
    (status) => rows.filter((row) => row.status === status).length,
  );
  const waiting = rows.flatMap((row) => row.requestedAt ?? []);
  return { online, invited, requesting, chatting, ...(waiting.length > 0 && { waitingSince: Math.min(...waiting) }) };
}

test("a console that applies the frames shows what a filter, sort and slice of everybody here would show", () => {
  fc.assert(
    fc.property(
      fc.array(window, { minLength: 4, maxLength: 4 }),
      fc.array(step, { maxLength: 300, size: "max" }),
      (windows, steps) => {
        let now = 1_800_000_000_000;
        const world = { now: () => now, newId: () => "unused" };
        const directory = new Directory(world, { visitors: 1_000, tabsPerVisitor: 3, graceMs: 4_000, pagesKept: 5 });
        const screens = windows.map((it) => new Screen(directory, it));
        const counts = new FilterCounts(directory);
        let counted: ViewWindow[] = [];
        let totals: number[] = [];
        const look = () => {
          for (const screen of screens) screen.tick(directory, now);
          totals = counts.news() ?? totals;
          const expected = counted.map((it) => wanted(directory, { ...it, site: "shop" }, now).length);
          assert.deepEqual(totals, expected, "the saved filters' counts");
        };
        const given = new Map<Row, Row>();
        for (const it of steps) {
          switch (it.do) {
            case "arrive": {
              const row = directory.arrive(it.arrival);
              given.set(row, { ...row });
              break;
            }
            case "move":
              directory.move(it.site, it.visitor, it.tab, it.page);
              break;
            case "look":
              directory.look(it.site, it.visitor, it.tab, it.looking);
              break;
            case "leave":
              directory.leave(it.site, it.visitor, it.tab);
              break;
            case "state":
              directory.setState(it.site, it.visitor, it.state);
              break;
            case "rename":
              directory.rename(it.site, it.visitor, { name: it.name });
              break;
            case "host":
              directory.setHostName(it.site, it.visitor, "10.0.0.1", it.hostName);
              break;
            case "chatted":
              directory.setChatted(it.site, it.visitor);
              break;
            case "pass":
              now += it.ms;
              for (const row of directory.tick().gone) assert.equal(directory.get(row.site, row.visitor), undefined);
              break;
            case "change":
              screens[it.view]?.view.change(it.window);
              Object.assign(screens[it.view] ?? {}, { window: it.window });
              break;
            case "reopen":
              screens[it.view]?.view.close();
              screens[it.view] = new Screen(directory, it.window);
              break;
            case "count":
              counted = it.windows;
              totals = [];
              counts.count(
                "shop",
                counted.map(({ filter }) => filter),
              );
              break;
            case "frames":
              look();
          }
          for (const id of SITES) assert.deepEqual(directory.counts(id), recount(directory, id));
        }
        look();
        for (const [row, copy] of given) assert.deepEqual({ ...row }, copy, "a row that was given has changed");
        assert.equal(
          directory.size,
          SITES.reduce((sum, id) => sum + [...directory.visitors(id)].length, 0),
        );
      },
    ),
    { numRuns: 150 },
  );
});
