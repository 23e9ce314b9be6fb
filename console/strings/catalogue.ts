import { alerts as deAlerts } from "./de/alerts.ts";
import { canned as deCanned } from "./de/canned.ts";
import { chat as deChat } from "./de/chat.ts";
import { commands as deCommands } from "./de/commands.ts";
import { columns as deColumns } from "./de/columns.ts";
import { device as deDevice } from "./de/device.ts";
import { emoji as deEmoji } from "./de/emoji.ts";
import { list as deList } from "./de/list.ts";
import { look as deLook } from "./de/look.ts";
import { queue as deQueue } from "./de/queue.ts";
import { save as deSave } from "./de/save.ts";
import { settings as deSettings } from "./de/settings.ts";
import { shell as deShell } from "./de/shell.ts";
import { signIn as deSignIn } from "./de/sign-in.ts";
import { spelling as deSpelling } from "./de/spelling.ts";
import { takes as deTakes } from "./de/takes.ts";
import { alerts as enAlerts } from "./en/alerts.ts";
import { canned as enCanned } from "./en/canned.ts";
import { chat as enChat } from "./en/chat.ts";
import { commands as enCommands } from "./en/commands.ts";
import { columns as enColumns } from "./en/columns.ts";
import { device as enDevice } from "./en/device.ts";
import { emoji as enEmoji } from "./en/emoji.ts";
import { list as enList } from "./en/list.ts";
import { look as enLook } from "./en/look.ts";
import { queue as enQueue } from "./en/queue.ts";
import { save as enSave } from "./en/save.ts";
import { settings as enSettings } from "./en/settings.ts";
import { shell as enShell } from "./en/shell.ts";
import { signIn as enSignIn } from "./en/sign-in.ts";
import { spelling as enSpelling } from "./en/spelling.ts";
import { takes as enTakes } from "./en/takes.ts";

/** Every string of the console, by language, part and key. Each part is checked where it is written to have English's keys. */
export const catalogue = {
  en: {
    shell: enShell,
    list: enList,
    columns: enColumns,
    canned: enCanned,
    chat: enChat,
    commands: enCommands,
    device: enDevice,
    look: enLook,
    queue: enQueue,
    save: enSave,
    settings: enSettings,
    signIn: enSignIn,
    spelling: enSpelling,
    takes: enTakes,
    emoji: enEmoji,
    alerts: enAlerts,
  },
  de: {
    shell: deShell,
    list: deList,
    columns: deColumns,
    canned: deCanned,
    chat: deChat,
    commands: deCommands,
    device: deDevice,
    look: deLook,
    queue: deQueue,
    save: deSave,
    settings: deSettings,
    signIn: deSignIn,
    spelling: deSpelling,
    takes: deTakes,
    emoji: deEmoji,
    alerts: deAlerts,
  },
} as const;

export type Language = keyof typeof catalogue;
type Part = keyof typeof catalogue.en;
type KeyOf<P extends Part> = `${P}.${keyof (typeof catalogue.en)[P] & string}`;
/** A string's name: `list.accept`. */
export type Key = { [P in Part]: KeyOf<P> }[Part];

/** What each language calls itself. */
export const LANGUAGES: { readonly [language in Language]: string } = { en: "English", de: "Deutsch" };

export function isLanguage(value: unknown): value is Language {
  return typeof value === "string" && Object.hasOwn(catalogue, value);
}
