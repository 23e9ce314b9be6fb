import type { Strings } from "../translation.ts";

export const settings = {
  settings: "Settings",
} as const satisfies Strings;
