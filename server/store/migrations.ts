import type { Compilable, Kysely } from "kysely";
import { firstTables } from "./migrations/0001-first-tables.ts";
import { remarks } from "./migrations/0002-remarks.ts";
import { canned } from "./migrations/0003-canned.ts";
import { takes } from "./migrations/0004-takes.ts";
import { preferences } from "./migrations/0005-preferences.ts";
import { spelling } from "./migrations/0006-spelling.ts";
import { departments } from "./migrations/0007-departments.ts";
import { push } from "./migrations/0008-push.ts";
import { cannedOfDepartments } from "./migrations/0009-canned-of-departments.ts";
import { history } from "./migrations/0010-history.ts";
import { talks } from "./migrations/0011-talks.ts";
import { siteLook } from "./migrations/0012-site-look.ts";
import { bansAndAges } from "./migrations/0013-bans-and-ages.ts";
import { sounds } from "./migrations/0014-sounds.ts";
import { historyOfDepartments } from "./migrations/0015-history-of-departments.ts";
import { wordsLater } from "./migrations/0016-words-later.ts";
import { arrivals } from "./migrations/0017-arrivals.ts";
import { wordsWithoutLengths } from "./migrations/0018-words-without-lengths.ts";
import { releases } from "./migrations/0019-releases.ts";

/** A step forward of the tables; there is none back. The version is its place in the list, counted from 1. */
export interface Migration {
  name: string;
  statements(db: Kysely<unknown>): Compilable[];
}

/** Only ever added to: what has been released is never changed. */
export const migrations: readonly Migration[] = [
  { name: "first-tables", statements: firstTables },
  { name: "remarks", statements: remarks },
  { name: "canned", statements: canned },
  { name: "takes", statements: takes },
  { name: "preferences", statements: preferences },
  { name: "spelling", statements: spelling },
  { name: "departments", statements: departments },
  { name: "push", statements: push },
  { name: "canned-of-departments", statements: cannedOfDepartments },
  { name: "history", statements: history },
  { name: "talks", statements: talks },
  { name: "site-look", statements: siteLook },
  { name: "bans-and-ages", statements: bansAndAges },
  { name: "sounds", statements: sounds },
  { name: "history-of-departments", statements: historyOfDepartments },
  { name: "words-later", statements: wordsLater },
  { name: "arrivals", statements: arrivals },
  { name: "words-without-lengths", statements: wordsWithoutLengths },
  { name: "releases", statements: releases },
];
