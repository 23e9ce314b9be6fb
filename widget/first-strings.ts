import type { Language } from "./language.ts";
import { first as de } from "./strings/de.ts";
import { first as en } from "./strings/en.ts";

/** The words of every page. The panel's are in the panel's file, so that only those who open it pay for them. */
export const FIRST_STRINGS = { en, de } satisfies Record<Language, unknown>;
export type FirstStrings = typeof en | typeof de;
