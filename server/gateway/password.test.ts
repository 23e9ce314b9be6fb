import assert from "node:assert/strict";
import { test } from "node:test";
import { hashPassword, verifyPassword } from "./password.ts";

test("a password is kept as a PHC string with the cost that OWASP asks for, and never twice the same", async () => {
  const [one, other] = await Promise.all([hashPassword("correct horse"), hashPassword("correct horse")]);
  assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  assert.notEqual(one, other);
  assert.ok(await verifyPassword("correct horse", one));
  assert.ok(!(await verifyPassword("correct horsf", one)));
});

test("a string of another cost is verified with its own cost", async () => {
  // Made by the reference program: echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 32 -e (README of P-H-C/phc-winner-argon2)
  const phc = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
  assert.ok(await verifyPassword("password", phc));
  assert.ok(!(await verifyPassword("Password", phc)));
});

test("a password means the same however the keyboard composes its letters", async () => {
  assert.ok(await verifyPassword("Cafe\u0301 noir", await hashPassword("Caf\u00e9 noir")));
});

test("nobody's password is wrong, and what is no PHC string fits nothing", async () => {
  for (const phc of [undefined, "", "$argon2i$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$x", "plain"]) {
    assert.equal(await verifyPassword("plain", phc), false);
  }
});

test("a crowd is refused beyond what can be computed soon, and everybody in the queue is served", async () => {
  const results = await Promise.allSettled(Array.from({ length: 80 }, () => verifyPassword("x", undefined)));
  const refused = results.filter(({ status }) => status === "rejected");
  assert.equal(refused.length, 80 - 2 - 64);
  assert.equal(await verifyPassword("x", undefined), false, "afterwards there is room again");
});
