import type { words as english, Words } from "../strings/en.ts";

/** `title`: the site's own for its name. */
export type PanelStrings = Words<typeof english> & { title?: string };
