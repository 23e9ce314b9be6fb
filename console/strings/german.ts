import { administration } from "./de/administration.ts";
import { alerts } from "./de/alerts.ts";
import { canned } from "./de/canned.ts";
import { chat } from "./de/chat.ts";
import { commands } from "./de/commands.ts";
import { columns } from "./de/columns.ts";
import { device } from "./de/device.ts";
import { emoji } from "./de/emoji.ts";
import { filters } from "./de/filters.ts";
import { history } from "./de/history.ts";
import { find } from "./de/find.ts";
import { list } from "./de/list.ts";
import { look } from "./de/look.ts";
import { queue } from "./de/queue.ts";
import { save } from "./de/save.ts";
import { settings } from "./de/settings.ts";
import { shell } from "./de/shell.ts";
import { signIn } from "./de/sign-in.ts";
import { spelling } from "./de/spelling.ts";
import { takes } from "./de/takes.ts";
import { talks } from "./de/talks.ts";
import { visitor } from "./de/visitor.ts";
import type { Parts } from "./catalogue.ts";

export { sentences } from "./de/sentences.ts";

/** Every string in German, by part. Each part is checked where it is written to have English's keys. */
export const german: Parts = {
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
};
