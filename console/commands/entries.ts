import { navigate } from "wouter/use-hash-location";
import type { VisitorRow } from "../../protocol/visitor-list.ts";
import { isLive, nameOf } from "../chat/chat.ts";
import { openChat } from "../chat/chats.ts";
import { live, useChats } from "../chat/store.ts";
import { filterText, select, useList } from "../list/live-list.ts";
import { placeOf } from "../list/row-store.ts";
import { rowId } from "../list/row.tsx";
import { selectedRow } from "../list/use-list-commands.ts";
import { chooseSite, useMe } from "../state/me.ts";
import { setPreferences, THEMES } from "../state/preferences.ts";
import { isLanguage, type Key, LANGUAGES } from "../strings/catalogue.ts";
import { t } from "../strings/t.ts";
import { fuzzy } from "./fuzzy.ts";
import { isOffered, perform } from "./offers.ts";
import { type CommandId, COMMANDS } from "./table.ts";

/** Something that can be chosen in the palette. */
export interface Entry {
  /** The same from day to day, for what was chosen last. */
  id: string;
  group: Key;
  label: string;
  /** Found by this as well. */
  also?: string;
  command?: CommandId;
  run: () => void;
}

/** A page of the settings, as far as the palette is concerned. */
export interface SettingsPage {
  path: string;
  label: Key;
}

/** More than anybody reads. */
const MOST = 50;
const themes = { system: "shell.themeSystem", light: "shell.themeLight", dark: "shell.themeDark" } as const;

/** What fits the query, the best first; without one, what was chosen last and then everything in order. */
export function findEntries(all: readonly Entry[], query: string, recent: readonly string[]): Entry[] {
  const age = (entry: Entry) => {
    const index = recent.indexOf(entry.id);
    return index < 0 ? recent.length : index;
  };
  const found = all
    .map((entry) => ({ entry, score: fuzzy(query, `${entry.label} ${entry.also ?? ""}`.trim()) }))
    .filter(({ score }) => score > 0);
  if (query.trim() === "") return all.toSorted((one, other) => age(one) - age(other)).slice(0, MOST);
  // Of two that fit as well, the one that was chosen before.
  return found
    .toSorted((one, other) => Math.round(other.score) - Math.round(one.score) || age(one.entry) - age(other.entry))
    .map(({ entry }) => entry)
    .slice(0, MOST);
}

/** Everything that can be done and gone to just now. */
export function allEntries(pages: readonly SettingsPage[]): Entry[] {
  const inMainWindow = isOffered("visitors");
  return [
    ...commands(),
    ...(inMainWindow ? [...chats(), ...visitors(), ...settings(pages), ...sites()] : []),
    ...looks(),
  ];
}

/** The last resort: the list, by what was written. */
export function filterEntry(text: string): Entry | undefined {
  if (text === "" || !isOffered("visitors")) return undefined;
  const run = () => {
    perform("visitors");
    filterText(text);
  };
  return { id: "filter-for", group: "commands.groupVisitors", label: t("commands.filterFor", { text }), run };
}

function commands(): Entry[] {
  const row = selectedRow();
  const visitor = row === undefined ? "" : nameOfRow(row);
  return COMMANDS.filter(({ id, keys }) => id !== "palette" && !isForDigits(keys) && isOffered(id)).map(
    ({ id, label, where }) => {
      const name = t(label).replace(/…$/, "");
      return {
        id,
        group: "commands.groupCommands",
        label: where === "list" ? t("commands.forVisitor", { command: name, visitor }) : name,
        command: id,
        run: () => perform(id),
      };
    },
  );
}

function chats(): Entry[] {
  const { tabs, chats } = useChats.getState();
  const ids = new Set([...tabs.order, ...live.keys()]);
  return [...ids].flatMap((id) => {
    const conversation = live.get(id) ?? chats[id]?.conversation;
    if (conversation === undefined || (!isLive(conversation) && !tabs.order.includes(id))) return [];
    const row = useList.getState().rows.byVisitor.get(conversation.visitor);
    const name = row?.name ?? nameOf(conversation);
    const also = [`#${conversation.visitor}`, conversation.operator?.name ?? ""].join(" ");
    return [{ id: `chat-${id}`, group: "commands.groupChats", label: name, also, run: () => openChat(id) }];
  });
}

function visitors(): Entry[] {
  return [...useList.getState().rows.byVisitor.values()].map((row) => ({
    id: `visitor-${row.visitor}`,
    group: "commands.groupVisitors",
    label: nameOfRow(row),
    also: [row.address, row.remark ?? "", row.title].join(" "),
    run: () => goToVisitor(row.visitor),
  }));
}

function settings(pages: readonly SettingsPage[]): Entry[] {
  return pages.map(({ path, label }) => ({
    id: path,
    group: "commands.groupSettings",
    label: t(label),
    run: () => navigate(path),
  }));
}

function sites(): Entry[] {
  const { sites, siteId } = useMe.getState();
  return sites
    .filter(({ id }) => id !== siteId)
    .map(({ id, name }) => ({
      id: `site-${id}`,
      group: "commands.groupCommands",
      label: t("commands.siteNamed", { name }),
      run: () => chooseSite(id),
    }));
}

function looks(): Entry[] {
  const ofTheme = THEMES.map((theme) => ({
    id: `theme-${theme}`,
    group: "commands.groupCommands" as const,
    label: t("commands.themeNamed", { name: t(themes[theme]) }),
    run: () => setPreferences({ theme }),
  }));
  const ofLanguage = Object.entries(LANGUAGES).map(([language, name]) => ({
    id: `language-${language}`,
    group: "commands.groupCommands" as const,
    label: t("commands.languageNamed", { name }),
    run: () => {
      if (isLanguage(language)) setPreferences({ language });
    },
  }));
  return [...ofTheme, ...ofLanguage];
}

function goToVisitor(visitor: number): void {
  perform("visitors");
  const { rows } = useList.getState();
  const index = placeOf(rows, visitor);
  if (index === undefined) return filterText(`#${visitor}`);
  select({ visitor, index });
  document.querySelector<HTMLElement>("[data-keys=list]")?.focus();
  document.getElementById(rowId(visitor))?.scrollIntoView({ block: "nearest" });
}

function nameOfRow({ name, visitor }: VisitorRow): string {
  return name === undefined || name === "" ? `#${visitor}` : `${name} #${visitor}`;
}

/** One entry each for nine tabs would hide the rest; the chats themselves are there. */
function isForDigits(keys: readonly string[]): boolean {
  return keys.some((text) => text.includes("…"));
}
