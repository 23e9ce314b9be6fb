import { describe } from "node:test";
import { accounts } from "./contract/accounts.ts";
import { anyOrder } from "./contract/any-order.ts";
import { appending } from "./contract/appending.ts";
import { canned } from "./contract/canned.ts";
import { conversations } from "./contract/conversations.ts";
import { departments } from "./contract/departments.ts";
import { history } from "./contract/history.ts";
import { forgetting } from "./contract/forgetting.ts";
import { installation } from "./contract/installation.ts";
import { lifetime } from "./contract/lifetime.ts";
import { preferences } from "./contract/preferences.ts";
import { push } from "./contract/push.ts";
import { remarks } from "./contract/remarks.ts";
import { takes } from "./contract/takes.ts";
import { sounds } from "./contract/sounds.ts";
import { spelling } from "./contract/spelling.ts";
import { suspending } from "./contract/suspending.ts";
import { talks } from "./contract/talks.ts";
import type { OpenStore } from "./contract/under-test.ts";

/** What every store must do, as tests: the same for each technology. `open` gives an empty store to each test. */
export function storeContract(name: string, open: OpenStore): void {
  describe(`the contract of a store: ${name}`, () => {
    describe("appending", () => appending(open));
    describe("conversations", () => conversations(open));
    describe("takes and corrections", () => takes(open));
    describe("history", () => history(open));
    describe("notes, numbers, sites, settings", () => installation(open));
    describe("canned messages and URLs", () => canned(open));
    describe("preferences", () => preferences(open));
    describe("Web Push", () => push(open));
    describe("own words and dictionaries", () => spelling(open));
    describe("sounds", () => sounds(open));
    describe("remarks", () => remarks(open));
    describe("talks", () => talks(open));
    describe("accounts", () => accounts(open));
    describe("suspending and resetting", () => suspending(open));
    describe("departments", () => departments(open));
    describe("bans, and what is old", () => forgetting(open));
    describe("lifetime", () => lifetime(open));
    describe("any order", () => anyOrder(open));
  });
}
