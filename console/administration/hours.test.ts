import assert from "node:assert/strict";
import { test } from "node:test";
import { hoursInWords, isTimeZone, minuteOf, officeHours, timeOf, weekdays, wrongDay } from "./hours.ts";

test("days in a row with the same hours are said together, closed ones not at all", () => {
  const hours = officeHours();
  assert.equal(hoursInWords(hours, "en"), "Mon–Fri 09:00–17:00");
  const days = hours.days.with(2, [
    { from: 540, to: 720 },
    { from: 780, to: 1_440 },
  ]);
  assert.equal(
    hoursInWords({ ...hours, days }, "de"),
    "Mo–Di 09:00–17:00 · Mi 09:00–12:00, 13:00–00:00 · Do–Fr 09:00–17:00",
  );
  assert.equal(hoursInWords({ ...hours, days: hours.days.map(() => []) }, "en"), "");
});

test("midnight ends a day and begins one", () => {
  assert.equal(minuteOf("00:00", false), 0);
  assert.equal(minuteOf("00:00", true), 1_440);
  assert.equal(minuteOf("09:30", true), 570);
  assert.equal(minuteOf("", true), undefined);
  assert.equal(timeOf(1_440), "00:00");
});

test("hours that end before they begin are found", () => {
  const hours = officeHours();
  assert.equal(wrongDay(hours), undefined);
  assert.equal(wrongDay({ ...hours, days: hours.days.with(3, [{ from: 600, to: 600 }]) }), 3);
});

test("the weekdays begin with Monday, and a time zone is one that there is", () => {
  assert.deepEqual(weekdays("en").slice(0, 2), ["Monday", "Tuesday"]);
  assert.equal(isTimeZone("Europe/Berlin"), true);
  assert.equal(isTimeZone("Europe/Atlantis"), false);
});
