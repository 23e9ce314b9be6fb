import type { Language } from "../language.ts";
import { panel as de } from "../strings/de.ts";
import { panel as en, type Words } from "../strings/en.ts";

export type PanelStrings = Words<typeof en>;
export const PANEL_STRINGS: Record<Language, PanelStrings> = { en, de };
