import assert from "node:assert/strict";
import { test } from "node:test";
import { type Config, ConfigError, describeSettings, makeConfig, readConfig } from "./config.ts";

function read(args: string[], environment: Record<string, string> = {}): Config {
  const wish = readConfig(args, environment);
  assert.ok(wish.do === "start");
  return wish.config;
}

function refusal(args: string[], environment: Record<string, string> = {}): string {
  try {
    read(args, environment);
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.message;
  }
  assert.fail("it was taken");
}

test("without anything the defaults stand, and only this computer is served", () => {
  const config = read([]);
  assert.equal(config.port, 4400);
  assert.equal(config.host, "127.0.0.1");
  assert.equal(config.publicUrl, undefined);
  assert.equal(config.metricsPort, undefined);
  assert.deepEqual(config.trustedProxies, []);
  assert.equal(config.endAfterGoneMs, 900_000);
});

test("a flag goes before its variable, and a variable before the default", () => {
  assert.equal(read([], { PORT: "5000" }).port, 5000);
  assert.equal(read(["--port", "6000"], { PORT: "5000" }).port, 6000);
  assert.equal(read(["--port=6000"]).port, 6000);
  assert.equal(read([], { SHOPBELL_DATA: "/srv/bell" }).dataFolder, "/srv/bell");
  assert.equal(read([], { PORT: "" }).port, 4400, "an empty variable is none");
});

test("times and sizes carry their unit", () => {
  assert.equal(read(["--heartbeat", "500ms"]).heartbeatMs, 500);
  assert.equal(read(["--session", "12h"]).sessionMs, 12 * 3_600_000);
  assert.equal(read(["--frame-size", "64KiB"]).frameBytes, 65_536);
  assert.equal(read(["--outbox", "2 MiB"]).outboxBytes, 2_097_152);
});

test("a value that cannot be used is refused with a sentence that names where it came from", () => {
  const sentences: [string[], Record<string, string>, string][] = [
    [["--port", "70000"], {}, '--port must be a whole number from 0 to 65535, not "70000".'],
    [[], { PORT: "http" }, 'PORT must be a whole number from 0 to 65535, not "http".'],
    [
      ["--heartbeat", "10"],
      {},
      '--heartbeat must be a time from 50ms to 1h, written like 250ms, 10s, 15min, 2h or 30d, not "10".',
    ],
    [
      ["--heartbeat", "10 toString"],
      {},
      '--heartbeat must be a time from 50ms to 1h, written like 250ms, 10s, 15min, 2h or 30d, not "10 toString".',
    ],
    [
      [],
      { SHOPBELL_FRAME_SIZE: "1GiB" },
      'SHOPBELL_FRAME_SIZE must be a size from 1KiB to 16MiB, written like 500B, 32KiB or 1MiB, not "1GiB".',
    ],
    [["--log-level", "loud"], {}, '--log-level must be one of silent, fatal, error, warn, info, debug, not "loud".'],
    [
      ["--public-url", "https://a.example/chat"],
      {},
      '--public-url must be an address without a path, such as https://chat.example.com, or off, not "https://a.example/chat".',
    ],
    [
      ["--public-url", "chat.example"],
      {},
      '--public-url must be an address without a path, such as https://chat.example.com, or off, not "chat.example".',
    ],
    [
      ["--trusted-proxies", "10.0.0.0/33"],
      {},
      '--trusted-proxies must be addresses or networks separated by commas, such as 10.0.0.0/8,::1, not "10.0.0.0/33".',
    ],
    [
      ["--trusted-proxies", "proxy"],
      {},
      '--trusted-proxies must be addresses or networks separated by commas, such as 10.0.0.0/8,::1, not "proxy".',
    ],
    [["--prot", "1"], {}, "There is no --prot; --help lists what there is."],
    [["--constructor", "1"], {}, "There is no --constructor; --help lists what there is."],
    [["--port"], {}, "--port needs a value."],
    [["start"], {}, '"start" stands alone; --help lists what can be given.'],
    [["--text-length", "20000"], {}, "A text of 20000 characters needs a --frame-size of at least 119KiB."],
  ];
  for (const [args, environment, sentence] of sentences) assert.equal(refusal(args, environment), sentence);
});

test("proxies, the public address and the metrics' port are read into what the program needs", () => {
  assert.deepEqual(read(["--trusted-proxies", "10.0.0.0/8, ::1"]).trustedProxies, ["10.0.0.0/8", "::1"]);
  assert.equal(read(["--public-url", "https://Chat.Example.com/"]).publicUrl, "https://chat.example.com");
  assert.equal(read(["--metrics-port", "9100"]).metricsPort, 9100);
  assert.equal(read(["--metrics-port", "off"], { SHOPBELL_METRICS_PORT: "9100" }).metricsPort, undefined);
});

test("the configuration cannot be changed once it is made", () => {
  assert.ok(Object.isFrozen(makeConfig({})));
  assert.ok(Object.isFrozen(makeConfig({}).trustedProxies));
});

test("every default can be typed as the help shows it", () => {
  const shown = describeSettings();
  let lines = 0;
  for (const [, flag = "", value = ""] of shown.matchAll(/^ {2}--(\S+) \S+ +\S+ +(\S+)$/gm)) {
    lines += 1;
    if (value !== "none") assert.deepEqual(read([`--${flag}`, value]), makeConfig({}), flag);
  }
  assert.equal(lines, Object.keys(makeConfig({})).length);
});

test("a time of nothing is shown as it can be typed", () => {
  assert.equal(
    refusal(["--grace", "0"]),
    '--grace must be a time from 0ms to 1h, written like 250ms, 10s, 15min, 2h or 30d, not "0".',
  );
  assert.equal(read(["--grace", "0ms"]).graceMs, 0);
});

test("help and version go before everything else", () => {
  assert.equal(readConfig(["--help"], { PORT: "x" }).do, "help");
  assert.equal(readConfig(["-v"], {}).do, "version");
});
