import assert from "node:assert/strict";
import { test } from "node:test";
import { render, TUNES } from "./tunes.ts";

const RATE = 8_000;

test("there are at least six sounds, all different", () => {
  assert.ok(TUNES.length >= 6);
  const rendered = TUNES.map((tune) => render(tune, RATE).slice(0, 400).join());
  assert.equal(new Set(rendered).size, TUNES.length);
});

test("every sound is loud, never clips, begins and ends in silence, and is over before it is due again", () => {
  for (const tune of TUNES) {
    const samples = render(tune, RATE);
    const peak = Math.max(...samples.map(Math.abs));
    assert.ok(peak > 0.75 && peak <= 0.801, `${tune} peaks at ${peak}`);
    assert.ok(Math.abs(samples[0] ?? 1) < 0.01 && Math.abs(samples.at(-1) ?? 1) < 0.01, tune);
    assert.ok(samples.length < 3.9 * RATE, `${tune} takes ${samples.length / RATE} s`);
  }
});
