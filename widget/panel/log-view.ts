import type { PushResult } from "../../protocol/message.ts";
import type { Entry, Progress, ShownEvent } from "./entries.ts";
import { makeButton } from "./button.ts";
import { make } from "./lent.ts";
import { splitLinks } from "./links.ts";
import { firstName } from "./names.ts";
import { pushCard } from "./push-card.ts";
import { link, richText } from "./rich-text.ts";
import type { PanelStrings } from "./strings.ts";

/** Nearer to the end than this, the log follows what is added. */
const NEAR_END_PX = 48;

interface Options {
  strings: PanelStrings;
  language: string;
  retry: (id: string) => void;
  report: (seq: number, result: PushResult) => void;
}

export interface LogView {
  element: HTMLElement;
  /** What stands there already is left alone, so that a screen reader reads only what is new. */
  render(head: HTMLElement | undefined, entries: readonly Entry[], tail: HTMLElement | undefined): void;
  /** Goes to the end: the visitor has written something. */
  toEnd(): void;
}

/** The messages on the screen. */
export function makeLogView({ strings, language, retry, report }: Options): LogView {
  const log = make("div", { class: "log", role: "log", "aria-label": strings.log, tabindex: "0" });
  const time = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
  const day = new Intl.DateTimeFormat(language, { dateStyle: "full" });
  let shown = new Map<string, { node: HTMLElement; look: string }>();
  let follows = true;

  /** Keeps the end in sight, unless the visitor has scrolled back to read. */
  const follow = () => {
    if (follows) log.scrollTop = log.scrollHeight;
  };
  log.onscroll = () => {
    follows = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END_PX;
  };
  // Pictures get their height late, and the log's own changes with the keyboard and with what is written below.
  log.addEventListener("load", follow, true);
  new ResizeObserver(follow).observe(log);

  const build = (entry: Entry): HTMLElement => {
    switch (entry.kind) {
      case "day":
        return make("div", { class: "event" }, day.format(entry.at));
      case "event": {
        const { joined, isWithYou, steppedOut, hasEnded, missed, deleted } = strings;
        const sentences: Record<ShownEvent, string | ((name: string) => string)> = {
          accepted: joined,
          joined,
          "taken-over": isWithYou,
          transferred: isWithYou,
          "stepped-out": steppedOut,
          ended: hasEnded,
          missed,
          deleted,
        };
        const sentence = sentences[entry.event];
        const words = typeof sentence === "string" ? sentence : sentence(firstName(entry.operator));
        return make("div", { class: "event" }, words);
      }
      case "said": {
        const { body, mine, operator, seq } = entry;
        const who = make("span", { class: "unseen" }, `${mine ? strings.you : operator}: `);
        if (body.kind === "push") {
          return make(
            "div",
            {},
            who,
            pushCard({ ...body, operator }, strings, (result) => report(seq, result)),
          );
        }
        const words = body.kind === "text" ? linked(body.text) : richText(body.tree);
        return make(
          "div",
          { class: `said ${body.kind} ${mine ? "mine" : ""}` },
          who,
          make("div", { dir: "auto" }, ...words),
          ...(entry.isEdited ? [make("small", {}, strings.edited)] : []),
        );
      }
      case "foot": {
        const at = [entry.operator, time.format(entry.at)].filter(Boolean).join(" · ");
        const states: Record<Progress, string> = {
          sending: strings.sending,
          sent: `${at} · ✓ ${strings.sent}`,
          delivered: `${at} · ${strings.delivered}`,
          read: `${at} · ${strings.read}`,
        };
        const words = entry.progress === undefined ? at : states[entry.progress];
        // Not read out: it changes with every message.
        return make("small", { class: entry.mine ? "foot mine" : "foot", "aria-live": "off" }, words);
      }
      case "refused": {
        const { id, code, sentence } = entry;
        const again = makeButton(strings.tryAgain, () => retry(id));
        const why = code === "conversation-ended" ? `${strings.hasEnded}.` : sentence;
        return make("small", { class: "foot mine refused" }, `${strings.notSent} ${why} `, again);
      }
    }
  };

  return {
    element: log,
    render(head, entries, tail) {
      const before = shown;
      shown = new Map();
      for (const entry of entries) {
        // That something was sent shows in its class alone; it must not be read out anew.
        const look = JSON.stringify(entry.kind === "said" ? [entry.body, entry.isEdited] : entry);
        const known = before.get(entry.key);
        const node = known?.look === look ? known.node : build(entry);
        if (entry.kind === "said") node.classList.toggle("unsent", entry.isWaiting);
        shown.set(entry.key, { node, look });
      }
      const nodes = [head, ...Array.from(shown.values(), ({ node }) => node), tail].filter(
        (node) => node !== undefined,
      );
      for (const node of Array.from(log.children)) if (!nodes.includes(node as HTMLElement)) node.remove();
      nodes.forEach((node, index) => {
        const there = log.children[index];
        if (there !== node) log.insertBefore(node, there ?? null);
      });
      follow();
    },
    toEnd() {
      follows = true;
      follow();
    },
  };
}

function linked(text: string): (Node | string)[] {
  return splitLinks(text).map((part) => (part.href === undefined ? part.text : link(part.href, part.text)));
}
