import type { words as english, Words } from "../strings/en.ts";

export type PanelStrings = Words<typeof english>;
