import assert from "node:assert/strict";
import { test } from "node:test";
import { Availability } from "./availability.ts";
import type { Department } from "./department.ts";
import { NO_QUEUE } from "./queue-rule.ts";
import type { Announcement } from "./event.ts";
import type { StaffMember } from "./staff.ts";

const NINE = Date.parse("2026-11-24T09:00:00Z"); // a Tuesday
const HOUR = 3_600_000;
const office = { timeZone: "UTC", days: Array.from({ length: 7 }, () => [{ from: 540, to: 1_020 }]) };

function setUp() {
  const world = { time: NINE, now: () => world.time, newId: () => "id" };
  const departments: Department[] = [];
  const staff: StaffMember[] = [];
  const statuses = new Map<string, "online" | "away" | "offline">();
  const said: Announcement[] = [];
  const availability = new Availability({
    world,
    bus: {
      announce: (one) => said.push(one),
      listen: () => () => undefined,
      close: () => Promise.resolve(),
    },
    sites: () => [{ id: "shop" }, { id: "blog" }],
    departments: () => departments,
    staff: () => staff,
    status: (id) => statuses.get(id) ?? "offline",
  });
  return {
    world,
    availability,
    addDepartment(id: string, more: Partial<Department> = {}): void {
      departments.push({ id, name: id, sites: "all", queue: NO_QUEUE, createdAt: 1, ...more });
    },
    add(id: string, more: Partial<StaffMember> = {}): void {
      staff.push({ id, login: id, name: id, role: "operator", sites: "all", departments: [], createdAt: 1, ...more });
      statuses.set(id, "online");
    },
    becomes: (id: string, status: "online" | "away") => statuses.set(id, status),
    told(): Announcement[] {
      availability.refresh();
      return said.splice(0);
    },
  };
}

test("a site is there while somebody who works for it is online", () => {
  const { availability, add, becomes } = setUp();
  assert.equal(availability.isOnline("shop"), false);
  add("maya", { sites: ["shop"] });
  assert.deepEqual([availability.isOnline("shop"), availability.isOnline("blog")], [true, false]);
  becomes("maya", "away");
  assert.equal(availability.isOnline("shop"), false);
});

test("somebody who is suspended answers nothing", () => {
  const { availability, add } = setUp();
  add("maya", { suspendedAt: 1 });
  assert.equal(availability.isOnline("shop"), false);
});

test("a department is there while one of its operators is online, within its hours", () => {
  const { world, availability, add, addDepartment } = setUp();
  addDepartment("sales", { hours: office });
  addDepartment("service", { sites: ["shop"] });
  add("maya", { departments: ["sales"] });
  const online = () => [availability.isOnline("shop", "sales"), availability.isOnline("shop", "service")];
  assert.deepEqual(online(), [true, false]);
  world.time = NINE + 8 * HOUR;
  assert.deepEqual(online(), [false, false]);
  assert.equal(availability.isOnline("shop"), false, "no department of it is there");
  add("boss", { role: "supervisor" });
  assert.deepEqual(online(), [false, true], "a supervisor sees to every department that is open");
  assert.equal(availability.isOnline("blog", "service"), false, "it does not work for that site");
});

test("a request is of the department that it names, of the only one, or of none", () => {
  const { availability, addDepartment } = setUp();
  assert.equal(availability.departmentFor("shop", "sales"), undefined);
  addDepartment("sales");
  assert.equal(availability.departmentFor("shop", undefined), "sales");
  addDepartment("service", { sites: ["shop"] });
  assert.equal(availability.departmentFor("shop", undefined), undefined);
  assert.equal(availability.departmentFor("shop", "service"), "service");
  assert.equal(availability.departmentFor("shop", "gone"), undefined);
  assert.equal(availability.departmentFor("blog", "service"), "sales");
});

test("what has changed is announced, to the site where it has, also when only time has passed", () => {
  const { world, add, addDepartment, told } = setUp();
  assert.deepEqual(told(), []);
  add("maya", { sites: ["shop"], departments: ["sales"] });
  assert.deepEqual(told(), [{ type: "availability", site: "shop", online: true, departments: [] }]);
  assert.deepEqual(told(), []);
  addDepartment("sales", { hours: office, sites: ["shop"] });
  assert.deepEqual(told(), []);
  world.time = NINE + 8 * HOUR;
  assert.deepEqual(told(), [{ type: "availability", site: "shop", online: false, departments: [] }]);
  addDepartment("service", { sites: ["shop"] });
  const departments = ["sales", "service"].map((id) => ({ id, name: id, online: false }));
  assert.deepEqual(told(), [{ type: "availability", site: "shop", online: false, departments }]);
});
