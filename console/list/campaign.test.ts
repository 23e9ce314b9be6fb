import assert from "node:assert/strict";
import { test } from "node:test";
import { campaignParts, campaignText } from "./campaign.ts";

test("a campaign is where it was and what it is called, or else what kind of address it was", () => {
  assert.equal(campaignText("utm_source=news&utm_medium=mail&utm_campaign=Spring = sun"), "news · Spring = sun");
  assert.equal(campaignText("gclid=abc"), "gclid");
  assert.equal(campaignText(undefined), undefined);
});

test("its parts are told apart", () => {
  assert.deepEqual(campaignParts("utm_source=a&utm_campaign=b=c"), [
    { name: "utm_source", value: "a" },
    { name: "utm_campaign", value: "b=c" },
  ]);
  assert.deepEqual(campaignParts(undefined), []);
});
