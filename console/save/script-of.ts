import { speakerOf } from "../chat/bubble.tsx";
import type { Chat } from "../chat/chat.ts";
import { type Entry, entriesOf } from "../chat/entries.ts";
import { happening, timesOf } from "../chat/log-line.tsx";
import type { Outcome } from "../chat/pushes.ts";
import { clockTime } from "../chat/when.ts";
import { usePreferences } from "../state/preferences.ts";
import { t } from "../strings/t.ts";
import type { Script, ScriptLine } from "./script.ts";

/** A chat as it is to be read in a file, by anybody and in years: with full dates, and everybody by name. */
export function scriptOf({ conversation, messages }: Chat, name: string, site: string): Script {
  const lines = entriesOf(messages, []).flatMap((entry): ScriptLine[] => lineOf(entry, name, conversation));
  const number = conversation === undefined || name === `#${conversation.visitor}` ? "" : ` (#${conversation.visitor})`;
  const when =
    conversation === undefined ? "" : `${fullDay(conversation.requestedAt)}, ${clockTime(conversation.requestedAt)}`;
  return { title: t("save.title", { name: name + number }), about: [site, when].filter(Boolean).join(" · "), lines };
}

function lineOf(entry: Entry, name: string, times: Chat["conversation"]): ScriptLine[] {
  switch (entry.kind) {
    case "line": {
      const words = entry.events.map((event) => happening(event, "", name, timesOf(entry, times)));
      const when = entry.newDay ? [fullDay(entry.at)] : [];
      return [
        { kind: "line", text: [...when, ...(words.length > 0 ? [clockTime(entry.at)] : []), ...words].join(" · ") },
      ];
    }
    case "bubble": {
      const { message } = entry;
      const { body } = message;
      if (body.kind !== "text" && body.kind !== "rich") return [];
      return [{ kind: "said", ...by(entry.message, name), own: message.author.kind !== "visitor", body }];
    }
    case "push": {
      const { body } = entry.message;
      if (body.kind !== "push") return [];
      return [{ kind: "push", ...by(entry.message, name), url: body.url, report: report(entry.outcome, name) }];
    }
    case "pending":
      return [];
  }
}

function by(message: Extract<Entry, { kind: "bubble" }>["message"], name: string): { time: string; speaker: string } {
  // Whoever reads the file is not "you".
  return { time: clockTime(message.at), speaker: speakerOf(message, name, "") };
}

const reports = {
  loaded: "chat.loadedIn",
  opened: "chat.openedBy",
  refused: "chat.refusedBy",
  failed: "chat.failedIn",
} as const;

function report(outcome: Outcome | undefined, name: string): string {
  if (outcome === undefined) return t("chat.pushed", { name });
  return t(reports[outcome.result], { name, time: clockTime(outcome.at) });
}

function fullDay(at: number): string {
  const { language } = usePreferences.getState();
  return new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(at);
}
