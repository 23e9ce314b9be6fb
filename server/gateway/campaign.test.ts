import assert from "node:assert/strict";
import { test } from "node:test";
import { campaignOf } from "./campaign.ts";

test("a campaign is read from the address of the first page", () => {
  assert.equal(
    campaignOf("https://shop.example/tents?size=2&utm_campaign=Spring%20%26%20sun&utm_source=news#top"),
    "utm_source=news&utm_campaign=Spring   sun",
  );
  assert.equal(campaignOf("https://shop.example/?gclid=abc"), "gclid=abc");
});

test("an address without one has none, nor has one that only looks like it", () => {
  for (const url of [
    "https://shop.example/tents",
    "https://shop.example/?utm_source=",
    "https://shop.example/?a=utm_source",
    "x?utm_source=a",
  ])
    assert.equal(campaignOf(url), undefined, url);
});

test("what is too long is cut, at a whole word in the end", () => {
  const long = campaignOf(
    `https://shop.example/?utm_source=${"a".repeat(500)}&utm_medium=${"b".repeat(500)}&utm_campaign=${"c".repeat(500)}&utm_term=${"d".repeat(90)}`,
  );
  assert.ok(long !== undefined && long.length <= 300);
  assert.deepEqual(
    long.split("&").map((part) => part.split("=")[1]?.length),
    [80, 80, 80],
  );
});
