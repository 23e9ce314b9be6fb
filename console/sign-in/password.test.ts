import assert from "node:assert/strict";
import { test } from "node:test";
import { gradePassword } from "./password.ts";

test("nine characters are too few whatever they are", () => {
  assert.equal(gradePassword("x9$Kq!2Lm"), "short");
});

test("repetitions, keyboard runs and favourites are weak", () => {
  for (const password of [
    "aaaaaaaaaaaa",
    "1234567890",
    "qwertyuiop",
    "abababababab",
    "Password123",
    "passwortpasswort",
  ])
    assert.equal(gradePassword(password), "weak", password);
});

test("one's own names do not count", () => {
  assert.equal(gradePassword("northwind7", ["Northwind", "ada"]), "weak");
  assert.equal(gradePassword("adanorthwind1", ["Northwind", "ada"]), "weak");
});

test("ten unlike characters are good, and a few words are very good", () => {
  assert.equal(gradePassword("k9mvx2wr7t"), "good");
  assert.equal(gradePassword("correct horse battery staple"), "strong");
});
