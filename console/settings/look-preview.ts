import { lookFor, type SiteLook, type WidgetLanguage } from "../../protocol/look.ts";
import type { ToVisitor } from "../../protocol/server-to-visitor.ts";
import { PROTOCOL_VERSION } from "../../protocol/version.ts";
import type { VisitorWire } from "../../widget/connection.ts";
import { addStyle, icon, make } from "../../widget/dom.ts";
import { mount } from "../../widget/panel/panel.ts";
import { words as de } from "../../widget/strings/de.ts";
import { words as en } from "../../widget/strings/en.ts";
import { makeSurface } from "../../widget/surface.ts";
import { readRemembered } from "../../widget/visit.ts";

/** What the widget says by itself, by language. */
export const WIDGET_WORDS = { en, de };

/** What of the widget is shown. */
export type Scene = "chat" | "away" | "button";

interface Shown {
  look: SiteLook;
  site: string;
  language: WidgetLanguage;
  scene: Scene;
  dark: boolean;
}

/** Shows the widget, the one of the shop's pages, in `place`: with no line to a server, and with nothing kept. */
export function showWidget(place: HTMLElement, { look, site, language, scene, dark }: Shown): void {
  const { words, chat, leave, ...dress } = lookFor(look, [language]);
  place.replaceChildren();
  const surface = makeSurface({ position: "", theme: dark ? "dark" : "light" }, place);
  surface.show(dress);
  surface.button.hidden = false;
  surface.button.setAttribute("aria-label", scene === "away" ? leave : chat);
  if (scene === "button") return;
  const drawer = { get: () => null, set: () => undefined };
  const panel = mount({
    surface,
    tools: { make, icon, addStyle },
    words: { ...WIDGET_WORDS[dress.language], ...words },
    wire: SILENT,
    tab: "preview",
    memory: { read: () => readRemembered(null), change: () => undefined },
    local: drawer,
    session: drawer,
    prefix: "preview:",
  });
  for (const frame of framesOf(site, scene)) panel.hear(frame);
  panel.open();
}

/** A wire that is well and carries nothing. */
const SILENT = {
  state: { kind: "online" },
  hasRoom: false,
  tell: () => undefined,
  serve: () => undefined,
} as unknown as VisitorWire;

function framesOf(site: string, scene: Scene): ToVisitor[] {
  const limits = { textLength: 4_000, urlLength: 2_048, frameBytes: 65_536, heartbeatMs: 10_000 };
  const conversation = "preview-conversation";
  const author = { kind: "visitor" } as const;
  const marks = { delivered: 1, seen: 1 };
  const isChat = scene === "chat";
  return [
    {
      type: "welcome",
      version: PROTOCOL_VERSION,
      token: "",
      visitor: 1,
      limits,
      site: { name: site },
      online: isChat,
      ...(isChat && {
        conversation: { id: conversation, status: "requesting", lastSeq: 1, theirs: marks, mine: marks },
      }),
    },
    {
      type: "messages",
      conversation,
      more: false,
      messages: [{ seq: 1, id: "preview-message", author, at: Date.now(), body: { kind: "text", text: "Hi!" } }],
    },
  ];
}
