import { newId } from "../client/id.ts";
import type { ToVisitor } from "../protocol/server-to-visitor.ts";
import { connect } from "./connection.ts";
import { addStyle, icon, make } from "./dom.ts";
import { FIRST_STRINGS } from "./first-strings.ts";
import { chooseLanguage } from "./language.ts";
import { openMemory } from "./memory.ts";
import type { Tag } from "./script-tag.ts";
import type { Panel, Shell } from "./shell.ts";
import { openDrawer } from "./storage.ts";
import { makeSurface } from "./surface.ts";
import type { ShopbellApi } from "./widget.ts";

/** The panel's address on the server, put in by the build. */
declare const PANEL_FILE: string;

/** More frames than there are kinds of news; chat messages beyond it are asked for again by the panel's log. */
const MOST_HEARD = 100;

/** Brings the widget up: its button, its line, and the panel as soon as it is needed. */
export function start(tag: Tag): ShopbellApi {
  const language = chooseLanguage([tag.language, document.documentElement.lang, navigator.language]);
  const strings = FIRST_STRINGS[language];
  const prefix = `shopbell:${tag.site}:`;
  const local = openDrawer("localStorage", prefix);
  const session = openDrawer("sessionStorage", prefix);
  const memory = openMemory(local);
  const surface = makeSurface(tag, language, strings);
  const { button } = surface;

  let panel: Panel | undefined;
  let loading: Promise<void> | undefined;
  /** What the server has said since its last `welcome`, until the panel is there to hear it. */
  let heard: ToVisitor[] = [];
  let isOpen = session.get("open") !== null;

  const load = () =>
    (loading ??= import(/* @vite-ignore */ new URL(PANEL_FILE, tag.source).href).then(
      ({ mount }: { mount: (shell: Shell) => Panel }) => {
        panel = mount(shell);
        for (const frame of heard) panel.hear(frame);
        panel.lineChanged(line.state);
      },
      () => {
        loading = undefined; // the next click tries again
        button.hidden = false;
      },
    ));

  const open = async (takeFocus: boolean) => {
    isOpen = true;
    session.set("open", "1");
    await load();
    if (!isOpen || panel === undefined) return;
    button.hidden = true;
    panel.show(takeFocus);
  };

  const close = () => {
    isOpen = false;
    session.set("open", null);
    panel?.hide();
    button.hidden = false;
  };

  const line = connect(
    tag,
    memory,
    { local, session },
    {
      hear(frame) {
        if (frame.type === "welcome") {
          heard = [];
          memory.change((before) => ({ ...before, token: frame.token }));
          button.hidden = isOpen && loading !== undefined;
        }
        if ("online" in frame) button.setAttribute("aria-label", frame.online ? strings.chat : strings.leave);
        if (panel !== undefined) return panel.hear(frame);
        if (heard.length < MOST_HEARD) heard.push(frame);
        // A chat that is going on needs the panel's code even while the panel is closed: to count what is new, and to open
        // pushed pages. So does an invitation.
        const { conversation, invitation } = frame as Partial<Extract<ToVisitor, { type: "welcome" }>>;
        if (invitation !== undefined || conversation?.status === "requesting" || conversation?.status === "open")
          void load();
      },
      lineChanged(state) {
        // Turned away for good (not this site's page, a robot): a chat that cannot be is not offered.
        if (state.kind === "closed" && state.why !== "stopped") button.hidden = true;
        panel?.lineChanged(state);
      },
      settled: (message, result) => panel?.settled(message, result),
      resume() {
        // A panel that has just come has no conversation yet; the last page's is the one to ask for.
        const conversation = session.get("chat");
        return panel?.resume() ?? (conversation === null ? undefined : { conversation, after: 0 });
      },
    },
  );

  const shell: Shell = {
    tools: { make, icon, addStyle, newId },
    language,
    surface,
    line,
    memory,
    session,
    open: () => void open(true),
    close() {
      close();
      button.focus();
    },
  };

  button.onclick = shell.open;
  button.onpointerenter = load; // it is there by the time of the click
  if (isOpen) void open(false);
  return { open: shell.open, close };
}
