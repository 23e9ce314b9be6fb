import assert from "node:assert/strict";
import { test } from "node:test";
import { countryOfZone } from "./country.ts";

test("a time zone is of one country, by its name of today and by older ones", () => {
  const zones = ["Europe/Berlin", "Europe/Stockholm", "Asia/Kolkata", "Asia/Calcutta", "America/Argentina/Salta"];
  assert.deepEqual(zones.map(countryOfZone), ["DE", "SE", "IN", "IN", "AR"]);
  assert.deepEqual(["America/Coral_Harbour", "Pacific/Truk"].map(countryOfZone), ["CA", "FM"]);
});

test("a time zone of no country, or of nobody's knowledge, is no guess", () => {
  for (const zone of ["UTC", "Etc/GMT+3", "EST", "", "Middle_Earth/Shire", "constructor"]) {
    assert.equal(countryOfZone(zone), undefined, zone);
  }
});

test("every time zone that this computer knows is of a country, but for those at sea", () => {
  const unknown = Intl.supportedValuesOf("timeZone").filter((zone) => countryOfZone(zone) === undefined);
  assert.deepEqual(
    unknown.filter((zone) => zone.includes("/") && !zone.startsWith("Etc/")),
    [],
  );
});
