import assert from "node:assert/strict";
import { test } from "node:test";
import type { Hours } from "./department.ts";
import { isOpen } from "./hours.ts";

const berlin: Hours = {
  timeZone: "Europe/Berlin",
  // From 9 to 17 on weekdays with an hour's break on Mondays, and to midnight on Fridays.
  days: [
    [
      { from: 540, to: 720 },
      { from: 780, to: 1_020 },
    ],
    [{ from: 540, to: 1_020 }],
    [{ from: 540, to: 1_020 }],
    [{ from: 540, to: 1_020 }],
    [{ from: 540, to: 1_440 }],
    [],
    [],
  ],
};

function open(time: string): boolean {
  return isOpen(berlin, Date.parse(time));
}

test("without hours it is always open", () => assert.equal(isOpen(undefined, 0), true));

test("it is open from the first minute to before the last, by the clock on its own wall", () => {
  assert.equal(open("2026-11-24T08:59:59+01:00"), false); // a Tuesday
  assert.equal(open("2026-11-24T09:00:00+01:00"), true);
  assert.equal(open("2026-11-24T16:59:59+01:00"), true);
  assert.equal(open("2026-11-24T17:00:00+01:00"), false);
});

test("summer time moves with the wall", () => {
  assert.equal(open("2026-07-07T07:00:00Z"), true);
  assert.equal(open("2026-11-24T07:00:00Z"), false);
});

test("a day can have a break, end at midnight or be closed", () => {
  assert.equal(open("2026-11-23T12:30:00+01:00"), false); // a Monday
  assert.equal(open("2026-11-23T13:00:00+01:00"), true);
  assert.equal(open("2026-11-27T23:59:59+01:00"), true); // a Friday
  assert.equal(open("2026-11-28T00:00:00+01:00"), false);
  assert.equal(open("2026-11-28T12:00:00+01:00"), false);
});
