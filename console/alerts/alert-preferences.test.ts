import assert from "node:assert/strict";
import { test } from "node:test";
import { FIRST_PREFERENCES, readAlertPreferences } from "./alert-preferences.ts";
import { ALERT_KINDS } from "./kinds.ts";

test("at first everything is on, and each kind sounds different", () => {
  const { kinds } = readAlertPreferences(undefined);
  assert.ok(Object.values(kinds).every(({ sound, popup, flash }) => sound && popup && flash));
  assert.equal(new Set(Object.values(kinds).map(({ tune }) => tune)).size, ALERT_KINDS.length);
});

test("what was kept comes back", () => {
  const { kinds } = FIRST_PREFERENCES;
  const chosen = {
    kinds: { ...kinds, message: { sound: false, popup: true, flash: false, tune: "own" } },
    volume: 0.25,
  };
  assert.deepEqual(readAlertPreferences(chosen), chosen);
});

test("what makes no sense is as it is at first, and the rest stays", () => {
  const kept = { kinds: { request: { sound: "loud", tune: "gong", flash: false }, message: 7 }, volume: 11 };
  const { kinds, volume } = readAlertPreferences(kept);
  assert.deepEqual(kinds.request, { ...FIRST_PREFERENCES.kinds.request, flash: false });
  assert.deepEqual(kinds.message, FIRST_PREFERENCES.kinds.message);
  assert.equal(volume, FIRST_PREFERENCES.volume);
  assert.deepEqual(readAlertPreferences("not JSON"), FIRST_PREFERENCES);
});
