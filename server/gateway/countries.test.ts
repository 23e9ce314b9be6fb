import assert from "node:assert/strict";
import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { pino } from "pino";
import { makeMmdb } from "../../test/harness/mmdb.ts";
import { Signals } from "../../test/harness/signals.ts";
import { Countries } from "./countries.ts";

const first = { "203.0.113.0/24": "NZ", "2001:db8:1::/48": "DE", "2001:db8:2::/48": "AT" };

/** Countries from a file that the test changes, and the log's sentences. */
async function start(t: TestContext, content?: Buffer) {
  const folder = await mkdtemp(join(tmpdir(), "shopbell-"));
  const file = join(folder, "countries.mmdb");
  if (content !== undefined) await writeFile(file, content);
  const signals = new Signals();
  const lines: string[] = [];
  const write = (line: string): void => {
    lines.push(line);
    signals.happened();
  };
  const log = pino({ base: null }, { write });
  const countries = new Countries({ geoipFile: file, geoipCheckMs: 10 }, log);
  t.after(() => {
    countries.stop();
    return rm(folder, { recursive: true, force: true });
  });
  await countries.start();
  const said = (words: string) => signals.until(words, () => lines.some((line) => line.includes(words)));
  const forget = () => lines.splice(0);
  return { countries, file, said, forget };
}

test("an address's country comes from the file, IPv4 and IPv6, and where it is not in there from the time zone, as a guess", async (t) => {
  const { countries } = await start(t, makeMmdb(first));
  assert.deepEqual(countries.of("203.0.113.7", "Europe/Paris"), { country: "NZ" });
  assert.deepEqual(countries.of("::ffff:203.0.113.7", ""), { country: "NZ" });
  assert.deepEqual(countries.of("2001:db8:1::7", ""), { country: "DE" });
  assert.deepEqual(countries.of("2001:db8:2:ffff::1", ""), { country: "AT" });
  assert.deepEqual(countries.of("2001:db8:3::1", "Europe/Paris"), { country: "FR", countryGuessed: true });
  assert.deepEqual(countries.of("198.51.100.1", "Nowhere/City"), {});
  assert.deepEqual(countries.of("no address", "Europe/Paris"), { country: "FR", countryGuessed: true });
});

test("a file that is written anew, or put in the place of the one before, is read again", async (t) => {
  const { countries, file, said, forget } = await start(t, makeMmdb(first));
  forget();
  await writeFile(file, makeMmdb({ "203.0.113.0/24": "AU", "2001:db8:1::/48": "CH" }));
  await said("countries are read");
  assert.deepEqual(countries.of("203.0.113.7", ""), { country: "AU" });
  forget();
  await writeFile(`${file}.new`, makeMmdb({ "203.0.113.0/25": "FJ" }));
  await rename(`${file}.new`, file);
  await said("countries are read");
  assert.deepEqual(countries.of("203.0.113.7", ""), { country: "FJ" });
  assert.deepEqual(countries.of("203.0.113.200", ""), {});
});

test("a broken file leaves things as they were, and one sentence says so", async (t) => {
  const { countries, file, said, forget } = await start(t, makeMmdb(first));
  await writeFile(file, makeMmdb(first).subarray(0, 100));
  await said("cannot be read; the one before is kept");
  assert.deepEqual(countries.of("203.0.113.7", ""), { country: "NZ" });
  forget();
  await rm(file);
  await said("the one before is kept");
  assert.deepEqual(countries.of("203.0.113.7", ""), { country: "NZ" });
});

test("a file that is not there yet is read when it comes", async (t) => {
  const { countries, file, said } = await start(t);
  await said("countries are guessed from time zones");
  assert.deepEqual(countries.of("203.0.113.7", "Europe/Paris"), { country: "FR", countryGuessed: true });
  await writeFile(`${file}.new`, makeMmdb(first));
  await rename(`${file}.new`, file);
  await said("countries are read");
  assert.deepEqual(countries.of("203.0.113.7", "Europe/Paris"), { country: "NZ" });
});
