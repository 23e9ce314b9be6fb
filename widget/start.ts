import { parse } from "../client/parse.ts";
import type { VisitorLook } from "../protocol/look.ts";
import type { ToVisitor } from "../protocol/server-to-visitor.ts";
import type { Attributes } from "../protocol/visitor-to-server.ts";
import type { Commands } from "./commands.ts";
import { connect } from "./connection.ts";
import { addStyle, icon, make } from "./dom.ts";
import { openMemory } from "./memory.ts";
import type { PanelStrings } from "./panel/strings.ts";
import type { Tag } from "./script-tag.ts";
import type { Panel, Shell } from "./shell.ts";
import { openDrawer } from "./storage.ts";
import { makeSurface } from "./surface.ts";

interface PanelFile {
  mount(shell: Shell): Panel;
  words: PanelStrings;
}

/** Part of the panel's file name; put in by the build. */
declare const VERSION: string;

/** More frames than there are kinds of news; chat messages beyond it are asked for again by the panel's log. */
const MOST_HEARD = 100;

/** Brings the widget up: its button, its line, and the panel as soon as it is needed. */
export function start(tag: Tag): Commands {
  const prefix = `shopbell:${tag.site}:`;
  const local = openDrawer("localStorage", prefix);
  const memory = openMemory(local);
  // Whoever has never been here has left nothing in this tab either.
  const session = openDrawer("sessionStorage", prefix, !memory.read().count);
  const surface = makeSurface(tag);
  const { button, show } = surface;

  /** As it was on the last page, until the server says that it has changed: nothing jumps. */
  let look = parse<VisitorLook>(local.get("look"));
  let attributes: Attributes | undefined;
  let panel: Panel | undefined;
  let loading: Promise<void> | undefined;
  /** What the server has said since its last `welcome`, until the panel is there to hear it. */
  let heard: ToVisitor[] = [];
  let learn: (value?: unknown) => void;
  const isKnown = new Promise((resolve) => (learn = resolve));

  /** The panel's code with the words of the visitor's language: a file that the build put beside the script. */
  const fetchPanel = async (): Promise<PanelFile> => {
    await (look.id ?? isKnown);
    return import(/* @vite-ignore */ new URL(`/widget/panel-${look.language ?? "en"}-${VERSION}.js`, tag.source).href);
  };

  const load = () =>
    (loading ??= fetchPanel().then(
      ({ mount, words }) => {
        show(look);
        words = { ...words, ...look.words };
        panel = mount({ surface, tools, wire, tab, memory, local, session, prefix, words });
        for (const frame of heard) panel.hear(frame);
        panel.lineChanged(wire.state);
      },
      () => {
        loading = undefined; // the next click tries again
        button.hidden = false;
      },
    ));

  /** @param opener where the visitor was, and is again when the panel is closed; nothing = the visitor did not ask for it. */
  const open = async (opener?: HTMLElement) => {
    await load();
    panel?.open(opener);
  };

  const { wire, tab } = connect({
    tag,
    memory,
    session,
    isKnown,
    more() {
      // A panel that has just come has no conversation yet; the last page's is the one to ask for.
      const conversation = session.get("chat");
      const resume = panel?.resume() ?? (conversation === null ? undefined : { conversation, after: 0 });
      return { resume, look: look.id, attributes };
    },
    hear(frame) {
      if (frame.type === "welcome") {
        heard = [];
        memory.change({ token: frame.token });
        if (frame.look) {
          look = frame.look;
          local.set("look", JSON.stringify(look));
        }
        show(look);
        learn();
        button.hidden = Boolean(loading && session.get("open"));
      }
      if ("online" in frame) button.setAttribute("aria-label", `${frame.online ? look.chat : look.leave}`);
      if (panel) return panel.hear(frame);
      if (heard.length < MOST_HEARD) heard.push(frame);
      // A chat that is going on needs the panel's code even while the panel is closed: to count what is new, and to open
      // pushed pages. So does an invitation.
      const { conversation, invitation } = frame as Partial<Extract<ToVisitor, { type: "welcome" }>>;
      if (invitation || conversation?.status === "requesting" || conversation?.status === "open") void load();
    },
    lineChanged(state) {
      // Turned away for good (not this site's page, a robot): a chat that cannot be is not offered.
      if (state.kind === "closed" && state.code) button.hidden = true;
      panel?.lineChanged(state);
    },
  });

  button.onclick = () => open(button);
  button.onpointerenter = load; // it is there by the time of the click
  document.addEventListener("click", (event) => {
    const opener = look.opener && (event.target as Element).closest<HTMLElement>(look.opener);
    if (!opener) return;
    event.preventDefault();
    void open(opener);
  });
  if (session.get("open")) void open();
  // What an earlier page could not send.
  else if (local.get("unsent")) void load();

  return {
    open: () => void open(button),
    close: () => void loading?.then(() => panel?.close()),
    identify(who) {
      memory.change(who);
      wire.tell({ type: "about", ...who });
    },
    attributes(given) {
      attributes = given;
      wire.tell({ type: "about", attributes });
    },
    on: (event, listener) => addEventListener(`shopbell:${event}`, (said) => listener((said as CustomEvent).detail)),
  };
}

/** Functions that both files need and only this one brings. */
const tools = { make, icon, addStyle };
export type Tools = typeof tools;
