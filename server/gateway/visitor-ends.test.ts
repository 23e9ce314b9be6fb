import assert from "node:assert/strict";
import { test } from "node:test";
import { type VisitorEnd, VisitorEnds } from "./visitor-ends.ts";

const tab = (name: string): VisitorEnd => ({
  tab: name,
  hasSaid: () => false,
  sendText: () => undefined,
  keepOut: () => undefined,
});

test("a visitor's tabs are found until they leave, however many there are", () => {
  const ends = new VisitorEnds();
  const [one, two, other] = [tab("one"), tab("two"), tab("other")];
  const tabs = () => ends.of("shop", 10_001).map((end) => end.tab);
  assert.deepEqual(tabs(), []);
  ends.add("shop", 10_001, one);
  ends.add("shop", 10_002, other);
  ends.add("blog", 10_001, other);
  assert.deepEqual(tabs(), ["one"]);
  ends.add("shop", 10_001, two);
  assert.deepEqual(tabs(), ["one", "two"]);
  ends.remove("shop", 10_001, one);
  ends.remove("shop", 10_001, one); // again
  assert.deepEqual(tabs(), ["two"]);
  ends.remove("shop", 10_001, two);
  assert.deepEqual(tabs(), []);
  assert.deepEqual([...ends.ofSite("shop")], [other]);
});

test("all tabs on a site are found, and none of another", () => {
  const ends = new VisitorEnds();
  const [one, two, other] = [tab("one"), tab("two"), tab("other")];
  ends.add("shop", 10_001, one);
  ends.add("shop", 10_001, two);
  ends.add("shop", 10_002, other);
  ends.add("shop-2", 10_003, tab("another"));
  assert.deepEqual([...ends.ofSite("shop")], [one, two, other]);
  assert.deepEqual([...ends.ofSite("nowhere")], []);
});
