import { administration } from "./en/administration.ts";
import { alerts } from "./en/alerts.ts";
import { canned } from "./en/canned.ts";
import { chat } from "./en/chat.ts";
import { commands } from "./en/commands.ts";
import { columns } from "./en/columns.ts";
import { device } from "./en/device.ts";
import { emoji } from "./en/emoji.ts";
import { filters } from "./en/filters.ts";
import { history } from "./en/history.ts";
import { find } from "./en/find.ts";
import { list } from "./en/list.ts";
import { look } from "./en/look.ts";
import { queue } from "./en/queue.ts";
import { save } from "./en/save.ts";
import { settings } from "./en/settings.ts";
import { shell } from "./en/shell.ts";
import { signIn } from "./en/sign-in.ts";
import { spelling } from "./en/spelling.ts";
import { takes } from "./en/takes.ts";
import { talks } from "./en/talks.ts";
import { visitor } from "./en/visitor.ts";

/** Every string in English, by part: the original, which is always there. */
export const english = {
  administration,
  shell,
  find,
  list,
  columns,
  filters,
  visitor,
  canned,
  chat,
  commands,
  device,
  history,
  look,
  queue,
  save,
  settings,
  signIn,
  spelling,
  takes,
  talks,
  emoji,
  alerts,
} as const;
